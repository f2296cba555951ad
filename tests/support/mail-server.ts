// A real mail server in this process, which takes what comes or refuses it with the reply it is told.
import { SMTPServer } from 'smtp-server'

/** What the server took: the envelope and the message. */
export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly message: string }

export type MailServer = {
  readonly url: string
  readonly taken: TakenMail[]
  /** With what recipients and messages are refused from now on; absent: taken. */
  replies: { readonly recipient?: number; readonly message?: number }
  close(): Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const state: Pick<MailServer, 'taken' | 'replies'> = { taken: [], replies: {} }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: (_auth, _session, done) => done(null, {}),
    onRcptTo: (_address, _session, done) =>
      done(state.replies.recipient === undefined ? null : refusal(state.replies.recipient)),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.replies.message !== undefined) return done(refusal(state.replies.message))
        const { mailFrom, rcptTo } = session.envelope
        state.taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          message: Buffer.concat(chunks).toString(),
        })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const url = `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return Object.assign(state, {
    url,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error(`refused with ${responseCode}`), { responseCode })
}
