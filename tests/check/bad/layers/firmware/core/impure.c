#include <stdio.h>
#include <SDL.h>
#include "firmware/journal/journal.h"
#include "core.h"
