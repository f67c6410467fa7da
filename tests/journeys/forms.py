"""Every form of conversation, held on its own from "Samtala" to its summary: with the smallest group that it allows, one in the middle
and the largest. What is done, how often and for how long is worked out here from the pack's own words, apart from the program."""
import glob
import os

import yaml

PACK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../assets/packs/elevhalsa")
USUAL = 8
CUT = ("dilemmasamtal", "rad-i-tre", "mikrolabb", "varldskafe", "sista-ordet")


def forms():
    found = []
    for path in sorted(glob.glob(os.path.join(PACK, "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            found += (yaml.safe_load(file) or {}).get("forms", [])
    return found


def groups(people, size):
    """Two and three need each other, so nobody is left over; from four on the nearest number will do."""
    return max(people // size if size < 4 else (people + size // 2) // size, 1)


def largest(people, size):
    return -(-people // groups(people, size))


def size_of(step):
    return 2 if step["kind"] == "pair" else step.get("group", 0)


def places(form, step, people):
    """How many turns a round has: in the largest group, of those who speak."""
    inside = largest(people, size_of(step)) if size_of(step) else people
    told = step.get("speaks", step.get("silent"))
    if told is None:
        return inside
    told = told if isinstance(told, list) else [told]
    speaking = [role for role in form["roles"] if (role["id"] in told) == ("speaks" in step)]
    with_role = sum(role.get("count", 0) for role in form["roles"])
    return sum(role.get("count", 0) or inside - with_role for role in speaking)


def minutes(form, step, people):
    return -(-places(form, step, people) * step["seconds"]["each"] // 60) if step["kind"] == "round" else step["minutes"]["best"]


def turns(entry, people):
    per = entry["repeat"]["per"]
    return people if per == "person" else entry["repeat"]["times"] if per == "times" else largest(people, entry["steps"][0]["group"])


def unfold(form, people):
    """(step, turn, turns) in the order in which they are held."""
    held = []
    for entry in form["steps"]:
        if "repeat" not in entry:
            held.append((entry, 0, 1))
            continue
        often = turns(entry, people)
        held += [(step, turn, often) for turn in range(often) for step in entry["steps"]]
    return held


def head(prompt):
    """As much of a prompt as stands on one page for certain."""
    words = prompt.replace('"', '\\"').split()
    while len(" ".join(words)) > 40:
        words.pop()
    return " ".join(words)


class Held:
    """One meeting of a form, written into a journey's lines."""

    def __init__(self, journey, form, people, shown):
        self.journey, self.form, self.people, self.shown = journey, form, people, shown
        self.steps = unfold(form, people)

    def word(self, words):
        return words[self.journey.lang]

    def part(self, at):
        """Where it stands among the parts of the meeting: the steps of a turn are one."""
        _, turn, often = self.steps[at]
        return (turn, often) if often > 1 else at

    def number(self, at):
        step, turn, often = self.steps[at]
        if often > 1:
            return self.journey.word("turn of", turn + 1, often)
        parts = [(self.part(i), i) for i in range(len(self.steps))]
        firsts = [i for n, (part, i) in enumerate(parts) if n == 0 or part != parts[n - 1][0] or not isinstance(part, tuple)]
        return self.journey.word("step of", sum(1 for i in firsts if i <= at), len(firsts))

    def set_up(self):
        name = self.word(self.form["name"])
        self.journey.does("talk")
        if not self.form.get("first"):
            self.journey.does("more conversations")
            self.journey.does("show", self.shown)
        self.journey.say(f'seek target "{name}"')
        self.journey.touch(name)
        usual = min(max(USUAL, self.form["group"]["smallest"]), self.form["group"]["largest"])
        for _ in range(abs(self.people - usual)):
            self.journey.touch("−" if self.people < usual else "+", self.journey.word("how many"))
        self.journey.does("begin")

    def arrive(self, at):
        step, _, _ = self.steps[at]
        self.journey.stand(self.word(step["name"]), self.number(at))
        self.journey.say(f'seek "{head(self.word(step["prompt"]))}"')
        self.journey.does("more")
        self.journey.sees(self.journey.word("minutes left"), str(minutes(self.form, step, self.people)))
        self.journey.does("back")

    def leave(self, at):
        step, _, _ = self.steps[at]
        hard = step.get("ends") == "hard"
        if step["kind"] == "round":
            for _ in range(places(self.form, step, self.people)):
                if hard:
                    self.journey.say(f'wait {step["seconds"]["each"]}s')
                else:
                    self.journey.does("change speaker" if size_of(step) else "i am done")
            if hard:
                return
            self.journey.sees(self.journey.word("add something"))
        elif hard:
            self.journey.say(f'wait {60 * step["minutes"]["best"]}s')
            return
        self.journey.does("next" if at + 1 < len(self.steps) else "to the summary")

    def whole(self):
        self.set_up()
        for at in range(len(self.steps)):
            self.arrive(at)
            self.leave(at)
        self.journey.sees(self.journey.word("summary"))
        self.journey.hold(self.journey.word("end"))
        self.journey.say("wait 6s")
        self.journey.sees(self.journey.word("moment"))


def form_journeys(journey_of):
    """Three scripts a form: the smallest group in Swedish, one in the middle in English, the largest in Swedish. Some with a cut in
    every step, too: roles, groups, turns that go round and turns that the bell ends must all come back."""
    every = forms()
    for form in every:
        few, many = form["group"]["smallest"], form["group"]["largest"]
        for people, lang in ((few, "sv"), ((few + many) // 2, "en"), (many, "sv")):
            journey = journey_of(lang)
            Held(journey, form, people, len(every)).whole()
            yield f'{form["id"]}-{people}-{lang}', journey.lines
        if form["id"] in CUT:
            journey = journey_of("sv", cuts=True)
            Held(journey, form, many, len(every)).whole()
            yield f'{form["id"]}-{many}-cut', journey.lines
