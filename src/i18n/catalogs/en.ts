import type { Words } from '../words.ts'
import dates from './en/dates.json' with { type: 'json' }
import desk from './en/desk.json' with { type: 'json' }
import directory from './en/directory.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import frame from './en/frame.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import kinds from './en/kinds.json' with { type: 'json' }
import languages from './en/languages.json' with { type: 'json' }
import notices from './en/notices.json' with { type: 'json' }
import problems from './en/problems.json' with { type: 'json' }
import roles from './en/roles.json' with { type: 'json' }

export const en: Words = {
  dates,
  desk,
  directory,
  errors,
  frame,
  home,
  kinds,
  languages,
  notices,
  problems,
  roles,
}
