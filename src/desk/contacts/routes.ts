import { entryHandlers } from '../../http/entry/handlers.ts'
import { contactDesk } from './desk.ts'

export const entries = entryHandlers(contactDesk)
