/** Words and their other forms that no rule of spelling finds; the first of a group stands for all. */
const groups = `
arise arose arisen, bear bore born borne, become became, begin began begun, bend bent, bind bound,
bite bit bitten, blow blew blown, break broke broken, breed bred, bring brought, build built,
buy bought, catch caught, choose chose chosen, come came, deal dealt, dig dug, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
fight fought, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
freeze froze frozen, grow grew grown, hang hung, hear heard, hide hid hidden, hold held, keep kept,
lay laid, lead led, leave left, lend lent, lose lost, mean meant, meet met, oversee oversaw overseen,
overthrow overthrew overthrown, pay paid, rebuild rebuilt, ride rode ridden, rise rose risen,
run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken, shoot shot,
shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken,
spend spent, spin spun, stand stood, steal stole stolen, stick stuck, strike struck stricken,
swear swore sworn, sweep swept, swim swam swum, take took taken, teach taught, tear tore torn,
tell told, think thought, throw threw thrown, understand understood, undertake undertook undertaken,
uphold upheld, wear wore worn, win won, withdraw withdrew withdrawn, withhold withheld,
write wrote written,
man men, woman women, child children, foot feet, tooth teeth, mouse mice, goose geese,
wife wives, life lives, knife knives, half halves, leaf leaves, thief thieves, person people,
crisis crises, thesis theses, hypothesis hypotheses, basis bases, phenomenon phenomena,
criterion criteria, bacterium bacteria, medium media, index indices, matrix matrices,
appendix appendices, axis axes, nucleus nuclei, fungus fungi,
2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve,
20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety,
1st first, 2nd second, 3rd third, 4th fourth, 5th fifth, 6th sixth, 7th seventh, 8th eighth,
9th ninth, 10th tenth, 11th eleventh, 12th twelfth, 13th thirteenth, 14th fourteenth,
15th fifteenth, 16th sixteenth, 17th seventeenth, 18th eighteenth, 19th nineteenth, 20th twentieth
`;

/** By each form but the first of a group, the first. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split(/,\s+/)
    .map((group) => group.split(' '))
    .flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);
