#include "firmware/core/view.h"
#include "firmware/core/core.h"
