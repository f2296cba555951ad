import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_BYTES } from '../domain/attachment.ts'
import { malformed, tooLarge } from '../domain/refusal.ts'
import { type Form, formIn } from './forms.ts'
import type { Service } from './send.ts'
import { type Asked, type FormRoute, serveForms } from './serve.ts'

/** A form with a file, as it was sent. */
export type Upload = { readonly form: Form; readonly file: SentFile | null }

/** A file as it was sent: its bytes, or that they were more than are kept. */
export type SentFile = { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'too-large' }

const MOST_FIELDS = 20
const LARGEST_FIELD = 64 * 1024
/** Of a whole form: the file, and room for its fields. */
const LARGEST_FORM = LARGEST_BYTES + 1024 * 1024

/** Serves the forms that bring a file; only these understand multipart/form-data (RFC 7578). */
export async function serveUploads(
  app: FastifyInstance,
  service: Service,
  routes: readonly FormRoute[],
): Promise<void> {
  await app.register((scope, _options, done) => {
    void scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: {
        fileSize: LARGEST_BYTES,
        files: 1,
        fields: MOST_FIELDS,
        fieldSize: LARGEST_FIELD,
        parts: MOST_FIELDS + 1,
      },
    })
    serveForms(scope, service, routes)
    done()
  })
}

/** Whether a form with a file was sent, and to a route that understands one: only there requests can be asked. */
export function isMultipart(request: FastifyRequest): boolean {
  return request.isMultipart?.() === true
}

/** Reads a form with a file. Throws TooLarge before anything is read of one that says so itself, Malformed for one that cannot be read. */
export async function uploadIn({ request, form }: Pick<Asked, 'request' | 'form'>): Promise<Upload> {
  if (!isMultipart(request)) return { form, file: null }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM) tooLarge('a form with a file')
  const fields = new Map<string, string[]>()
  let file: SentFile | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
        continue
      }
      const bytes = await part.toBuffer()
      // A file field that was left empty is sent as a file without a byte.
      if (part.fieldname === 'file' && bytes.length > 0)
        file = part.file.truncated ? { kind: 'too-large' } : { kind: 'file', bytes }
    }
  } catch (error) {
    malformed(error instanceof Error ? error.message : 'a form with a file')
  }
  return { form: formIn(Object.fromEntries(fields)), file }
}
