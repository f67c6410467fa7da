"""What people answer in the journeys, and what that should show: the rules of agreement, written down a second time."""
from fractions import Fraction

STEPS, UNSURE, LIMIT = 4, 4, 5


def answers_of(people, statements):
    """A row of answers for each person, 0 to 3 and 4 for "vet inte". By turns: agreed that it works, all over the scale, one apart, agreed
    that something remains."""
    rows = []
    for who in range(people):
        four = [3 if who % 8 else 2, (who * 3 + 1) % 5, 3 if who % 2 else 2, 1 if who % 8 != 3 else 0]
        rows.append([four[statement % 4] for statement in range(statements)])
    return rows


def dispersion(counts):
    """Leik (1966)."""
    total, cumulated, summed = sum(counts), 0, 0
    for count in counts[:-1]:
        cumulated += count
        summed += min(cumulated, total - cumulated)
    return Fraction(2 * summed, total * (STEPS - 1))


def two_camps(counts):
    """Van der Eijk (2001), below zero."""
    left, agreement, total = list(counts), Fraction(0), sum(counts)
    while any(left):
        layer = [1 if count else 0 for count in left]
        height = min(count for count in left if count)
        size = sum(layer)
        agreement += Fraction(size * height, total) * layer_agreement(layer, size)
        left = [count - height * on for count, on in zip(left, layer)]
    return agreement < 0


def layer_agreement(layer, size):
    if size == 1:
        return Fraction(1)
    if size == STEPS:
        return Fraction(0)
    same = between = 0
    for i in range(STEPS):
        for j in range(i + 1, STEPS):
            for k in range(j + 1, STEPS):
                triple = (layer[i], layer[j], layer[k])
                same += triple in ((1, 1, 0), (0, 1, 1))
                between += triple == (1, 0, 1)
    unimodal = Fraction((STEPS - 2) * same - (STEPS - 1) * between, (STEPS - 2) * (same + between)) if same + between else Fraction(1)
    return unimodal * (1 - Fraction(size - 1, STEPS - 1))


def verdict(counts):
    if sum(counts) < LIMIT:
        return "too few"
    if two_camps(counts):
        return "two camps"
    united = 1 - dispersion(counts)
    apart = counts[0] > 0 and counts[-1] > 0
    if united >= Fraction(3, 4) and not apart:
        return "united"
    return "fairly united" if united >= Fraction(3, 5) else "different"


def verdicts(answers, statements):
    found = []
    for statement in range(statements):
        counts = [0] * STEPS
        for row in answers:
            if row[statement] != UNSURE:
                counts[row[statement]] += 1
        found.append(verdict(counts))
    return found


def works(answers, statement):
    """True if what they agree on is that it works: the lower median lies in the upper half of the scale."""
    on_scale = sorted(row[statement] for row in answers if row[statement] != UNSURE)
    return on_scale[(len(on_scale) - 1) // 2] >= STEPS // 2
