#include "firmware/journal/journal.h"
#include "ui/ui.h"
#include "board/board.h"
