import account from './de/account.json' with { type: 'json' }
import calendar from './de/calendar.json' with { type: 'json' }
import confirmation from './de/confirmation.json' with { type: 'json' }
import consents from './de/consents.json' with { type: 'json' }
import contacts from './de/contacts.json' with { type: 'json' }
import dates from './de/dates.json' with { type: 'json' }
import desk from './de/desk.json' with { type: 'json' }
import deskChanges from './de/desk-changes.json' with { type: 'json' }
import deskCities from './de/desk-cities.json' with { type: 'json' }
import deskClosingDays from './de/desk-closing-days.json' with { type: 'json' }
import deskEvents from './de/desk-events.json' with { type: 'json' }
import deskHelp from './de/desk-help.json' with { type: 'json' }
import deskNotices from './de/desk-notices.json' with { type: 'json' }
import deskOrganisations from './de/desk-organisations.json' with { type: 'json' }
import deskProgrammes from './de/desk-programmes.json' with { type: 'json' }
import deskProjects from './de/desk-projects.json' with { type: 'json' }
import deskRelations from './de/desk-relations.json' with { type: 'json' }
import deskReplacing from './de/desk-replacing.json' with { type: 'json' }
import deskSearch from './de/desk-search.json' with { type: 'json' }
import deskTopics from './de/desk-topics.json' with { type: 'json' }
import deskVenues from './de/desk-venues.json' with { type: 'json' }
import directory from './de/directory.json' with { type: 'json' }
import erasure from './de/erasure.json' with { type: 'json' }
import errors from './de/errors.json' with { type: 'json' }
import events from './de/events.json' with { type: 'json' }
import feeds from './de/feeds.json' with { type: 'json' }
import filter from './de/filter.json' with { type: 'json' }
import foreignCalendars from './de/foreign-calendars.json' with { type: 'json' }
import frame from './de/frame.json' with { type: 'json' }
import holidays from './de/holidays.json' with { type: 'json' }
import home from './de/home.json' with { type: 'json' }
import hours from './de/hours.json' with { type: 'json' }
import kinds from './de/kinds.json' with { type: 'json' }
import lands from './de/lands.json' with { type: 'json' }
import languages from './de/languages.json' with { type: 'json' }
import meetings from './de/meetings.json' with { type: 'json' }
import networks from './de/networks.json' with { type: 'json' }
import notices from './de/notices.json' with { type: 'json' }
import organisations from './de/organisations.json' with { type: 'json' }
import print from './de/print.json' with { type: 'json' }
import problems from './de/problems.json' with { type: 'json' }
import projects from './de/projects.json' with { type: 'json' }
import proposals from './de/proposals.json' with { type: 'json' }
import reading from './de/reading.json' with { type: 'json' }
import roles from './de/roles.json' with { type: 'json' }
import rooms from './de/rooms.json' with { type: 'json' }
import schedule from './de/schedule.json' with { type: 'json' }
import search from './de/search.json' with { type: 'json' }
import texts from './de/texts.json' with { type: 'json' }
import venues from './de/venues.json' with { type: 'json' }

export const de = {
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
