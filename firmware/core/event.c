/* The table of events. */
#include "firmware/core/event.h"

#include "firmware/base/str.h"

static const char *const names[] = {
#define X(name, class) #name,
	EVENTS(X)
#undef X
};

enum event_class event_class(enum event_kind kind)
{
	static const enum event_class class_of[] = {
#define X(name, class) class,
		EVENTS(X)
#undef X
	};

	assert(kind < EVENT_COUNT);
	return class_of[kind];
}

const char *event_name(enum event_kind kind)
{
	assert(kind < EVENT_COUNT);
	return names[kind];
}

bool event_named(const char *name, enum event_kind *kind)
{
	for (int32_t i = 0; i < EVENT_COUNT; i++) {
		if (str_equal(names[i], name)) {
			*kind = (enum event_kind)i;
			return true;
		}
	}
	return false;
}
