#include <SDL.h>
#include "ui/ui.h"
