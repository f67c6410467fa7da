/* One soft bell: two partials with a gentle attack that die away, quiet enough not to startle. */
#include "board/host/chime.h"

#include "firmware/base/base.h"

#include <SDL2/SDL.h>
#include <math.h>

#define RATE 22050
#define LENGTH (RATE * 6 / 5)           /* 1.2 s */
#define ATTACK_S 0.012
#define DECAY_S 0.35
#define PITCH_HZ 660.0
#define TURN_RAD 6.28318530717958647692
#define PARTIAL 2.0
#define LEVEL 0.2                       /* about -14 dB of full scale */

struct chime {
	SDL_AudioDeviceID device;
	Sint16 bell[LENGTH];
};

static void cast_bell(struct chime *chime)
{
	for (int i = 0; i < LENGTH; i++) {
		double t = (double)i / RATE;
		double envelope = (1.0 - exp(-t / ATTACK_S)) * exp(-t / DECAY_S);
		double wave = sin(TURN_RAD * PITCH_HZ * t) + 0.4 * sin(TURN_RAD * PITCH_HZ * PARTIAL * t);

		chime->bell[i] = (Sint16)(wave * envelope * LEVEL / 1.4 * 32767.0);
	}
}

struct chime *chime_open(void)
{
	SDL_AudioSpec wanted = {.freq = RATE, .format = AUDIO_S16SYS, .channels = 1, .samples = 1024};
	struct chime *chime = calloc(1, sizeof *chime);

	if (chime == NULL) {
		abort();
	}
	if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) {
		chime->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
	}
	if (chime->device == 0) {
		free(chime);
		return NULL;
	}
	cast_bell(chime);
	return chime;
}

void chime_close(struct chime *chime)
{
	if (chime != NULL) {
		SDL_CloseAudioDevice(chime->device);
		free(chime);
	}
}

void chime_ring(struct chime *chime)
{
	if (chime == NULL || SDL_GetQueuedAudioSize(chime->device) > 0) {
		return;
	}
	if (SDL_QueueAudio(chime->device, chime->bell, sizeof chime->bell) == 0) {
		SDL_PauseAudioDevice(chime->device, 0);
	}
}

void chime_rest(struct chime *chime)
{
	if (chime != NULL && SDL_GetQueuedAudioSize(chime->device) == 0) {
		SDL_PauseAudioDevice(chime->device, 1);
	}
}
