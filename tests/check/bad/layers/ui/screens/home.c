#include "ui/ui.h"
#include "firmware/core/decide.h"
#include "firmware/journal/journal.h"
#  include <SDL.h>
