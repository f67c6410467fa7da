#include <stdint.h>
#include "firmware/core/core.h"
