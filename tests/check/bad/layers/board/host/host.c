#include <SDL.h>
#include "board/board.h"
#include "firmware/core/core.h"
#include "ui/ui.h"
