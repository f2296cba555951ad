import { accountLinks } from './account-links.ts'
import { accounts } from './accounts.ts'
import { addresses } from './addresses.ts'
import { attachments } from './attachments.ts'
import { audit } from './audit.ts'
import { changes } from './changes.ts'
import { cities } from './cities.ts'
import { cityUses } from './city-uses.ts'
import { closingDays } from './closing-days.ts'
import { confirmationRequests } from './confirmation-requests.ts'
import { confirmations } from './confirmations.ts'
import { contacts } from './contacts.ts'
import { content } from './content.ts'
import type { Database } from './database.ts'
import { deskDirectory } from './desk-directory.ts'
import { deskLists } from './desk-lists.ts'
import { deskMeetings } from './desk-meetings.ts'
import { deskRelations } from './desk-relations.ts'
import { deskSearch } from './desk-search.ts'
import { directory } from './directory.ts'
import { erasures } from './erasures.ts'
import { events } from './events.ts'
import { facets } from './facets.ts'
import { feedEvents } from './feed-events.ts'
import { feedMeetings } from './feed-meetings.ts'
import { feeds } from './feeds.ts'
import { freeDays } from './free-days.ts'
import { houses } from './houses.ts'
import { keptForms } from './kept-forms.ts'
import { keptLists } from './kept-lists.ts'
import { meetings } from './meetings.ts'
import { nextMeetings } from './next-meetings.ts'
import { notices } from './notices.ts'
import { organisationLabels } from './organisation-labels.ts'
import { organisationUses } from './organisation-uses.ts'
import { organisations } from './organisations.ts'
import { outbox } from './outbox.ts'
import { overruledClashes } from './overruled-clashes.ts'
import { passkeys } from './passkeys.ts'
import { printing } from './printing.ts'
import { programmes } from './programmes.ts'
import { projects } from './projects.ts'
import { proposals } from './proposals.ts'
import { relations } from './relations.ts'
import { revisions } from './revisions.ts'
import { search } from './search.ts'
import { secondFactors } from './second-factors.ts'
import { sessions } from './sessions.ts'
import { siteTexts } from './site-texts.ts'
import { topicUses } from './topic-uses.ts'
import { topics } from './topics.ts'
import { unreached } from './unreached.ts'
import { venueUses } from './venue-uses.ts'
import { venues } from './venues.ts'

/** Everything that is kept, one member per noun; all statements are prepared here, once. */
export function openStore(database: Database) {
  return {
    accountLinks: accountLinks(database),
    accounts: accounts(database),
    addresses: addresses(database),
    attachments: attachments(database),
    audit: audit(database),
    changes: changes(database),
    cities: cities(database),
    cityUses: cityUses(database),
    closingDays: closingDays(database),
    confirmationRequests: confirmationRequests(database),
    confirmations: confirmations(database),
    contacts: contacts(database),
    content: content(database),
    deskDirectory: deskDirectory(database),
    deskLists: deskLists(database),
    deskMeetings: deskMeetings(database),
    deskRelations: deskRelations(database),
    deskSearch: deskSearch(database),
    directory: directory(database),
    erasures: erasures(database),
    events: events(database),
    facets: facets(database),
    feedEvents: feedEvents(database),
    feedMeetings: feedMeetings(database),
    freeDays: freeDays(database),
    feeds: feeds(database),
    houses: houses(database),
    keptForms: keptForms(database),
    keptLists: keptLists(database),
    meetings: meetings(database),
    nextMeetings: nextMeetings(database),
    notices: notices(database),
    organisationLabels: organisationLabels(database),
    organisationUses: organisationUses(database),
    organisations: organisations(database),
    outbox: outbox(database),
    overruledClashes: overruledClashes(database),
    printing: printing(database),
    passkeys: passkeys(database),
    programmes: programmes(database),
    projects: projects(database),
    proposals: proposals(database),
    relations: relations(database),
    revisions: revisions(database),
    search: search(database),
    secondFactors: secondFactors(database),
    sessions: sessions(database),
    siteTexts: siteTexts(database),
    topicUses: topicUses(database),
    topics: topics(database),
    unreached: unreached(database),
    venueUses: venueUses(database),
    venues: venues(database),
    /** Runs the work as one transaction; whatever it throws undoes all of it. */
    transaction<Result>(work: () => Result): Result {
      return database.transaction(work).immediate()
    },
  }
}

export type Store = ReturnType<typeof openStore>
