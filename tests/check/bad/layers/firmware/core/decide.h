#include "firmware/base/base.h"
