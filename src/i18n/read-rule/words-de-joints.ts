// The German words that join, limit, take away, or have nothing to do with meeting times.
import type { SchoolBreak } from '../../domain/rule.ts'
import type { Meaning, WordTable } from './meaning.ts'

const BREAKS: readonly (readonly [string, SchoolBreak])[] = [
  ['winter', 'winter'],
  ['oster', 'easter'],
  ['pfingst', 'whitsun'],
  ['sommer', 'summer'],
  ['herbst', 'autumn'],
  ['weihnachts', 'christmas'],
]

const MEETING_NOUNS =
  'treffen|termin|termine|sprechzeit|sprechzeiten|sprechstunde|sprechstunden|öffnungszeiten|beratung|beratungen|kurs|kurse|angebot|betrieb|öffnung|veranstaltung|veranstaltungen|probe|proben|training|gruppe|gruppentreffen|café|cafe|stammtisch|unterricht|publikumsverkehr|offener treff|gottesdienst|ausgabe|dienst|übung|übungsabend'.split(
    '|',
  )

/** „kein Treffen“, „keine Sprechzeiten“: what stands beside it does not take place. */
function noMeeting(): string {
  return MEETING_NOUNS.flatMap((noun) => [`kein ${noun}`, `keine ${noun}`, `keinen ${noun}`]).join('|')
}

/** How German joins, limits and takes away. */
export const JOINTS_DE: WordTable = [
  ['und|u.|sowie|plus|als auch|und zwar|und auch', { is: 'joint', joint: 'and' }],
  ['oder|bzw.|beziehungsweise|respektive|od.|wahlweise', { is: 'joint', joint: 'or' }],
  ['von|vom|v.', { is: 'joint', joint: 'from' }],
  [
    'ab|ab dem|seit|seit dem|beginnend am|beginnend ab|beginnend mit dem|beginnend mit|start am|start ist am|start:|erstmals am|erstmalig am|erster termin|erster termin am|erstes treffen am|erstes treffen|startet am|zum ersten mal am',
    { is: 'joint', joint: 'since' },
  ],
  [
    'nächster termin|nächster termin am|nächster termin ist am|nächste termine|die nächsten termine|nächstes treffen|nächstes treffen am|nächste treffen|nächstes mal am|das nächste mal am',
    { is: 'joint', joint: 'next-date' },
  ],
  ['bis|bis zum|bis einschließlich|bis inklusive|bis incl.', { is: 'joint', joint: 'until' }],
  ['zwischen', { is: 'joint', joint: 'between' }],
  ['um|jeweils um|punkt|um punkt', { is: 'joint', joint: 'at' }],
  [
    'am|an|an den|an dem|jeweils am|immer am|immer an den|jeweils an den|und zwar am|den|dem|der|die|das|zum|am jeweiligen|am jeweils',
    { is: 'joint', joint: 'on' },
  ],
  [
    'in|im|in den|in der|in dem|während|während der|innerhalb der|jeweils in|jeweils im|immer in|immer im|jeweils in den',
    { is: 'joint', joint: 'in' },
  ],
  ['des|eines', { is: 'joint', joint: 'of' }],
  [
    'jeden|jede|jeder|jedes|jedem|jed.|jew.|alle|aller|allen|je|an jedem|in jeder|in jedem|an jeden|immer jeden|jeweils jeden|immer',
    { is: 'joint', joint: 'each' },
  ],
  ['pro', { is: 'joint', joint: 'per' }],
  [
    'nächste|nächsten|nächster|kommende|kommenden|kommender|diese|diesen|dieser',
    { is: 'joint', joint: 'next' },
  ],
  [
    'allen anderen|anderen|übrigen|an allen anderen|an den übrigen|an den anderen|sonstigen|restlichen|an allen übrigen',
    { is: 'joint', joint: 'other' },
  ],
  ['nach dem|nach jedem', { is: 'joint', joint: 'after' }],
  ['vor dem|vor jedem', { is: 'joint', joint: 'before' }],
  [
    'danach|darauf|darauffolgend|darauffolgenden|folgenden|nachfolgend|darauf folgend',
    { is: 'joint', joint: 'thereafter' },
  ],
  [
    'beginn|beginn um|beginn ist um|los geht es um|los gehts um|start um|start',
    { is: 'joint', joint: 'begin' },
  ],
  ['ende|ende des|ende der', { is: 'joint', joint: 'end-of' }],
  ['mitte', { is: 'joint', joint: 'middle-of' }],
  ['anfang|anfang des', { is: 'joint', joint: 'beginning-of' }],
  ['ca.|circa|zirka|etwa|ungefähr|gegen|rund|ungef.|so gegen|so um', { is: 'joint', joint: 'about' }],
  ['nur|nur am|lediglich|ausschließlich', { is: 'joint', joint: 'only' }],
  [
    'an feiertagen|feiertag|feiertage|feiertagen|feiertags|gesetzlicher feiertag|gesetzliche feiertage|gesetzlichen feiertagen|an gesetzlichen feiertagen|gesetzlichen feiertag|ein feiertag|feiertag ist|ein feiertag ist|einen feiertag|einem feiertag|einen gesetzlichen feiertag',
    { is: 'holidays' },
  ],
  [
    'ferien|schulferien|ferienzeit|ferienzeiten|nrw-ferien|schulfreie zeit|schulfreien zeit|schulferienzeit',
    { is: 'school', only: null },
  ],
  ...BREAKS.map(([name, only]): [string, Meaning] => [
    `${name}ferien|${name}-`,
    { is: 'school', only: [only] },
  ]),
  ['an schließtagen|schließtag|schließtage|schließtagen|schließzeiten', { is: 'closing-days' }],
  [
    'außer|ausser|mit ausnahme von|mit ausnahme der|mit ausnahme des|bis auf|abgesehen von|nicht|nicht aber|jedoch nicht|aber nicht|ohne|nicht jedoch|nicht mehr|außer an|außer wenn|außer, wenn|nie|niemals|außerhalb|außerhalb der|außerhalb von',
    { is: 'not', side: 'after' },
  ],
  [
    `geschlossen|bleibt geschlossen|ist geschlossen|zu|fällt aus|fallen aus|ausgefallen|findet nicht statt|finden nicht statt|nicht statt|nicht geöffnet|nicht mehr geöffnet|nicht mehr statt|geschlossen ist|pausiert|pausieren|haben wir zu|ist zu|ruht|frei|eingestellt|abgesagt|nicht besetzt`,
    { is: 'not', side: 'before' },
  ],
  [
    `${noMeeting()}|ausgenommen|entfällt|entfallen|pause|sommerpause|winterpause|kein|keine|keinen`,
    { is: 'not', side: 'either' },
  ],
  ['auch|auch an|auch in|auch während|auch in den|einschließlich|inklusive|inkl.|incl.', { is: 'also' }],
  ['ganzjährig|das ganze jahr|das ganze jahr über|das ganze jahr hindurch', { is: 'all-year' }],
  [
    'fällt der tag auf|fällt der termin auf|fällt dieser tag auf|fällt das treffen auf|fällt dieser auf|fällt er auf|fällt es auf|fällt der montag auf|fällt der dienstag auf|fällt der mittwoch auf|fällt der donnerstag auf|fällt der freitag auf|wenn der tag auf|wenn der termin auf|falls der tag auf|falls der termin auf|ist der tag|ist dieser tag|ist der termin|bei|wenn dieser tag auf',
    { is: 'falls-on' },
  ],
  [
    'am folgetag|am nächsten tag|am tag danach|am tag darauf|am darauffolgenden tag|am folgenden tag|stattdessen am nächsten möglichen tag|am nächsten möglichen tag|am nächsten werktag|am folgenden werktag|am darauffolgenden werktag|einen tag später',
    { is: 'shift', to: 'next-day' },
  ],
  [
    'eine woche später|stattdessen eine woche später|in der folgewoche|in der woche darauf|in der darauffolgenden woche|um eine woche verschoben|verschiebt es sich um eine woche|verschiebt sich das treffen um eine woche|verschiebt er sich um eine woche|verschoben um eine woche|in der folgenden woche',
    { is: 'shift', to: 'next-week' },
  ],
  ['stattdessen|dann|fällt|auf|ein|eine', { is: 'filler' }],
]

/** Words around meeting times that are none themselves, or that change everything. */
export const NOISE_DE: WordTable = [
  [
    'in der schulzeit|während der schulzeit|schulzeit|an schultagen|schultags|in den schulwochen',
    { is: 'term-time' },
  ],
  [
    'in der regel|i.d.r.|i. d. r.|normalerweise|gewöhnlich|in aller regel|üblicherweise|meist|meistens|grundsätzlich|regulär',
    { is: 'usually' },
  ],
  [
    'unregelmäßig|unregelmäßige|unregelmäßigen|in unregelmäßigen abständen|gelegentlich|ab und zu|hin und wieder|nach bedarf|bei bedarf|je nach|je nach wetter|sommerhalbjahr|winterhalbjahr|sommersemester|wintersemester|semester|vorlesungszeit|im sommer|im winter|sommerzeit|winterzeit|im frühling|im herbst|saison|im advent|adventszeit|fastenzeit|sonn- und feiertags|an sonn- und feiertagen|sonn- und feiertage|sonn-/feiertags|und feiertags|manchmal|sporadisch|in loser folge|von zeit zu zeit|in größeren abständen|in regelmäßigen abständen|abwechselnd|im wechsel|wechselnd|wechselnden|flexibel|variabel|unterschiedlich|sommermonate|sommermonaten|wintermonate|wintermonaten|vollmond|neumond|ostern|pfingsten|weihnachten|fasching|karneval|wenn|falls|sofern|es sei denn',
    { is: 'vague' },
  ],
  [
    'nach vereinbarung|nach absprache|auf anfrage|n.v.|n. v.|nach voranmeldung|nach telefonischer vereinbarung|nach terminvereinbarung|nach vorheriger vereinbarung|nach vorheriger absprache|nach persönlicher vereinbarung|nach anmeldung|nach individueller absprache|nach telefonischer absprache|nach terminabsprache|auf nachfrage|sonst nach vereinbarung|sonst nach absprache|ansonsten nach vereinbarung|sonst auf anfrage',
    { is: 'arrangement' },
  ],
  ['bislang|bisher|früher|ehemals|vormals|zuvor|einst|damals|bis vor kurzem', { is: 'former' }],
  ['jetzt|nun|künftig|zukünftig|ab sofort|seit neuestem|neu|neuerdings|aktuell|derzeit|heute', { is: 'now' }],
  ['sondern|stattdessen nun', { is: 'instead' }],
  [
    'falls es ihn gibt|falls es sie gibt|falls es einen gibt|wenn es ihn gibt|wenn es einen gibt|wenn es einen fünften gibt|falls es einen fünften gibt|wenn vorhanden|falls vorhanden|sofern vorhanden|wenn es sie gibt|wenn der monat einen hat|sofern es einen gibt|sofern es ihn gibt',
    { is: 'if-there-is-one' },
  ],
  ['nicht in kürzeren monaten', { is: 'short-months', act: 'skip' }],
  ['in kürzeren monaten am letzten tag', { is: 'short-months', act: 'last-day' }],
  ['nur in schaltjahren', { is: 'leap-years', act: 'skip' }],
  ['sonst am 28. februar', { is: 'leap-years', act: 'last-day' }],
  ['ungerade woche|ungerade kw|ungerade kalenderwoche', { is: 'week-hint', parity: 'uneven' }],
  ['gerade woche|gerade kw|gerade kalenderwoche', { is: 'week-hint', parity: 'even' }],
  [
    'sonst|ansonsten|andernfalls|aber erst|jedoch erst|allerdings|abweichend|mittagspause|unterbrochen',
    { is: 'doubt' },
  ],
  ['termin|termine|abende|einheiten|sitzungen', { is: 'sessions' }],
  ['einlass|einlaß|türöffnung|tür auf|saalöffnung', { is: 'admission' }],
  ['jahren alt|jährige|jährigen|jähriger|lebensjahr|lebensjahre|j.', { is: 'measure', side: 'before' }],
  [
    'std.|stunde|stunden|stündig|stündige|min.|minute|minuten|minütig|euro|€|eur|cent|personen|plätze|plätzen|teilnehmer|teilnehmende|teilnehmenden|teilnehmern|kinder|mitglieder|gäste|km|meter|%|prozent|gruppen',
    { is: 'measure', side: 'before' },
  ],
  ['etage|stock|stockwerk|og|obergeschoss|ug|untergeschoss|eg', { is: 'measure', side: 'either' }],
  [
    'zimmer|raum|saal|haus|gebäude|nr.|nummer|hausnummer|linie|bus|buslinie|bahn|tel.|telefon|fon|fax|mobil|handy|telefonnummer|ruf|halle|tor|eingang|block|aufgang|klasse|stufe|gruppe|teil|plz|raum-nr.|zi.|r.|ü|u',
    { is: 'measure', side: 'after' },
  ],
  [
    'jeweils|zusätzlich|außerdem|immer wieder|regelmäßig|regelmäßige|regelmäßigen|statt|findet|finden|treffen|uns|wir|treffpunkt|zeit|zeiten|geöffnet|offen|öffnungszeiten|bürozeiten|bürozeit|sprechzeiten|sprechzeit|sprechstunde|treff|es|ist|sind|dort|hier|unsere|unser|für|alle interessierten|bis auf weiteres|ab sofort|statt.|findet statt|finden statt|sich|trifft|rhythmus|turnus|abstand',
    { is: 'filler' },
  ],
]
