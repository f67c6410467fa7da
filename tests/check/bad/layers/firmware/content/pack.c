#include <yaml.h>
#include <sqlite3.h>
#include "firmware/core/core.h"
#include "firmware/journal/journal.h"
