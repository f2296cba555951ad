import dates from './de/dates.json' with { type: 'json' }
import desk from './de/desk.json' with { type: 'json' }
import directory from './de/directory.json' with { type: 'json' }
import errors from './de/errors.json' with { type: 'json' }
import frame from './de/frame.json' with { type: 'json' }
import home from './de/home.json' with { type: 'json' }
import kinds from './de/kinds.json' with { type: 'json' }
import languages from './de/languages.json' with { type: 'json' }
import notices from './de/notices.json' with { type: 'json' }
import problems from './de/problems.json' with { type: 'json' }
import roles from './de/roles.json' with { type: 'json' }

export const de = { dates, desk, directory, errors, frame, home, kinds, languages, notices, problems, roles }
