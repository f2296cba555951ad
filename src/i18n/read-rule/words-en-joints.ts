// The English words that join, limit, take away, or have nothing to do with meeting times.
import type { WordTable } from './meaning.ts'

const MEETING_NOUNS =
  'meeting|meetings|session|sessions|class|classes|course|consultation|consultations|office hours|rehearsal|rehearsals|training|group|service'.split(
    '|',
  )

/** How English joins, limits and takes away. */
export const JOINTS_EN: WordTable = [
  ['and|as well as|plus', { is: 'joint', joint: 'and' }],
  ['or', { is: 'joint', joint: 'or' }],
  ['from', { is: 'joint', joint: 'from' }],
  [
    'starting|starting on|starting from|beginning|beginning on|beginning from|since|as of|starts on|first meeting on|first date|first meeting',
    { is: 'joint', joint: 'since' },
  ],
  [
    'next date|next dates|next meeting|next meetings|next meeting on|next meeting is on',
    { is: 'joint', joint: 'next-date' },
  ],
  ['to|until|till|through|up to|until the end of', { is: 'joint', joint: 'until' }],
  ['between', { is: 'joint', joint: 'between' }],
  ['at', { is: 'joint', joint: 'at' }],
  ['on|on the|the', { is: 'joint', joint: 'on' }],
  ['in|during|in the|during the', { is: 'joint', joint: 'in' }],
  ['of', { is: 'joint', joint: 'of' }],
  ['every|each|always|always on|always on the|on every|on each|always every', { is: 'joint', joint: 'each' }],
  ['next|this|coming', { is: 'joint', joint: 'next' }],
  ['all other|the other|other|all remaining', { is: 'joint', joint: 'other' }],
  ['after the', { is: 'joint', joint: 'after' }],
  ['before the', { is: 'joint', joint: 'before' }],
  ['begins at|starts at|start|start at', { is: 'joint', joint: 'begin' }],
  ['the end of|end of', { is: 'joint', joint: 'end-of' }],
  ['about|around|approximately|approx.|roughly|ca.', { is: 'joint', joint: 'about' }],
  ['only|only on', { is: 'joint', joint: 'only' }],
  ['public holidays|on public holidays|bank holidays|a public holiday|public holiday', { is: 'holidays' }],
  ['holidays|school holidays|the holidays|school breaks', { is: 'school', only: null }],
  ['days when the house is closed|closing days|on days when the house is closed', { is: 'closing-days' }],
  ['in term time|during term time|term time|on school days|during school terms', { is: 'term-time' }],
  [
    'unless it is|unless it is a|unless that is|except|except on|except in|except for|excluding|not|not on|not in|apart from|no longer|no longer on|but not|but not on|but not in|other than|outside|without',
    { is: 'not', side: 'after' },
  ],
  [
    'closed|is closed|cancelled|is cancelled|does not take place|do not meet|does not meet|not open|no longer open|suspended',
    { is: 'not', side: 'before' },
  ],
  [
    `${MEETING_NOUNS.map((noun) => `no ${noun}`).join('|')}|no|break|summer break|winter break|excluded|excepted`,
    { is: 'not', side: 'either' },
  ],
  ['also|also on|also in|including|even on|also during', { is: 'also' }],
  ['all year|all year round|throughout the year', { is: 'all-year' }],
  ['if the day falls on|if it falls on|if the date falls on|if that is', { is: 'falls-on' }],
  [
    'on the next day|the next day|the following day|on the following day|on the next possible day|on the next possible day instead|a day later',
    { is: 'shift', to: 'next-day' },
  ],
  [
    'a week later|a week later instead|one week later|the following week|the week after',
    { is: 'shift', to: 'next-week' },
  ],
  ['instead|then', { is: 'filler' }],
  ['st|nd|rd|th', { is: 'filler' }],
]

/** English words around meeting times that are none themselves, or that change everything. */
export const NOISE_EN: WordTable = [
  ['usually|normally|as a rule|generally|typically', { is: 'usually' }],
  [
    'irregular|irregularly|at irregular intervals|occasionally|now and then|from time to time|sometimes|as needed|on demand|varying|various|alternating|biweekly|bi-weekly|summer|winter|spring|autumn|summer months|winter months|easter|christmas|full moon|new moon|if|unless|provided',
    { is: 'vague' },
  ],
  [
    'by appointment|by arrangement|on request|by prior arrangement|by appointment only|upon request|after registration',
    { is: 'arrangement' },
  ],
  ['formerly|previously|so far|until now|used to|in the past', { is: 'former' }],
  ['now|currently|from now on|as of now', { is: 'now' }],
  ['but rather', { is: 'instead' }],
  ['if there is one|the 5th if there is one|the fifth if there is one', { is: 'if-there-is-one' }],
  ['not in shorter months', { is: 'short-months', act: 'skip' }],
  ['in shorter months on the last day', { is: 'short-months', act: 'last-day' }],
  ['in leap years only', { is: 'leap-years', act: 'skip' }],
  ['otherwise on 28 february', { is: 'leap-years', act: 'last-day' }],
  ['odd week|odd weeks', { is: 'week-hint', parity: 'uneven' }],
  ['even week|even weeks', { is: 'week-hint', parity: 'even' }],
  ['otherwise|but only from|but not before|lunch break|interrupted', { is: 'doubt' }],
  ['sessions|dates', { is: 'sessions' }],
  ['doors open|doors|doors open at', { is: 'admission' }],
  [
    'years old|year-olds|minutes|minute|mins|min.|euros|euro|€|people|persons|participants|seats|places|members|children|%|percent|miles|km|floor',
    { is: 'measure', side: 'before' },
  ],
  [
    'room|building|no.|number|line|bus|tel.|telephone|phone|fax|mobile|hall|flat|house|suite',
    { is: 'measure', side: 'after' },
  ],
  [
    'we|meet|meets|meeting|meetings|us|our|is|are|there|here|open|opening hours|times|time|takes place|take place|held|regularly|regular|a|it|so|please|join|long',
    { is: 'filler' },
  ],
]
