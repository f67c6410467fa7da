#include "firmware/core/core.h"
