/* The table of commands. */
#include "firmware/core/command.h"

enum { FINAL, UNDO };

bool command_undoable(enum command_kind kind)
{
	static const unsigned char undo[] = {
#define X(name, class) class,
		COMMANDS(X)
#undef X
	};

	return kind < CMD_COUNT && undo[kind] == UNDO;
}

const char *command_name(enum command_kind kind)
{
	static const char *const name[] = {
#define X(name, class) #name,
		COMMANDS(X)
#undef X
	};

	return kind < CMD_COUNT ? name[kind] : "?";
}
