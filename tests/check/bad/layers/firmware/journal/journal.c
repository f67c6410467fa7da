#include <sqlite3.h>
#include <curl/curl.h>
#include "ui/ui.h"
