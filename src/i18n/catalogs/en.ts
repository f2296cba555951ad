import type { Words } from '../words.ts'
import account from './en/account.json' with { type: 'json' }
import calendar from './en/calendar.json' with { type: 'json' }
import confirmation from './en/confirmation.json' with { type: 'json' }
import consents from './en/consents.json' with { type: 'json' }
import contacts from './en/contacts.json' with { type: 'json' }
import dates from './en/dates.json' with { type: 'json' }
import desk from './en/desk.json' with { type: 'json' }
import deskChanges from './en/desk-changes.json' with { type: 'json' }
import deskCities from './en/desk-cities.json' with { type: 'json' }
import deskClosingDays from './en/desk-closing-days.json' with { type: 'json' }
import deskEvents from './en/desk-events.json' with { type: 'json' }
import deskHelp from './en/desk-help.json' with { type: 'json' }
import deskNotices from './en/desk-notices.json' with { type: 'json' }
import deskOrganisations from './en/desk-organisations.json' with { type: 'json' }
import deskProgrammes from './en/desk-programmes.json' with { type: 'json' }
import deskProjects from './en/desk-projects.json' with { type: 'json' }
import deskRelations from './en/desk-relations.json' with { type: 'json' }
import deskReplacing from './en/desk-replacing.json' with { type: 'json' }
import deskSearch from './en/desk-search.json' with { type: 'json' }
import deskTopics from './en/desk-topics.json' with { type: 'json' }
import deskVenues from './en/desk-venues.json' with { type: 'json' }
import directory from './en/directory.json' with { type: 'json' }
import erasure from './en/erasure.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import events from './en/events.json' with { type: 'json' }
import feeds from './en/feeds.json' with { type: 'json' }
import filter from './en/filter.json' with { type: 'json' }
import foreignCalendars from './en/foreign-calendars.json' with { type: 'json' }
import frame from './en/frame.json' with { type: 'json' }
import holidays from './en/holidays.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import hours from './en/hours.json' with { type: 'json' }
import kinds from './en/kinds.json' with { type: 'json' }
import lands from './en/lands.json' with { type: 'json' }
import languages from './en/languages.json' with { type: 'json' }
import meetings from './en/meetings.json' with { type: 'json' }
import networks from './en/networks.json' with { type: 'json' }
import notices from './en/notices.json' with { type: 'json' }
import organisations from './en/organisations.json' with { type: 'json' }
import print from './en/print.json' with { type: 'json' }
import problems from './en/problems.json' with { type: 'json' }
import projects from './en/projects.json' with { type: 'json' }
import proposals from './en/proposals.json' with { type: 'json' }
import reading from './en/reading.json' with { type: 'json' }
import roles from './en/roles.json' with { type: 'json' }
import rooms from './en/rooms.json' with { type: 'json' }
import schedule from './en/schedule.json' with { type: 'json' }
import search from './en/search.json' with { type: 'json' }
import texts from './en/texts.json' with { type: 'json' }
import venues from './en/venues.json' with { type: 'json' }

export const en: Words = {
  account,
  calendar,
  confirmation,
  consents,
  contacts,
  dates,
  desk,
  deskChanges,
  deskCities,
  deskClosingDays,
  deskEvents,
  deskHelp,
  deskOrganisations,
  deskProgrammes,
  deskNotices,
  deskProjects,
  deskRelations,
  deskReplacing,
  deskSearch,
  deskTopics,
  deskVenues,
  directory,
  erasure,
  errors,
  events,
  feeds,
  filter,
  foreignCalendars,
  frame,
  holidays,
  home,
  hours,
  kinds,
  lands,
  languages,
  meetings,
  networks,
  notices,
  organisations,
  print,
  problems,
  projects,
  reading,
  roles,
  proposals,
  rooms,
  schedule,
  search,
  texts,
  venues,
}
