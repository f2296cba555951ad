// Knows how passwords are kept: as argon2id hashes, made in a thread of their own.

/** The hash of a password, with a salt of its own. */
export async function hash(password: string): Promise<string> {
  const argon2 = await loadArgon2()
  return argon2.hash(password)
}

/** Whether a password is the one of a stored hash. */
export async function verify(stored: string, password: string): Promise<boolean> {
  const argon2 = await loadArgon2()
  return argon2.verify(stored, password)
}

/** When the first password is typed: a start need not wait for it. */
const loadArgon2 = () => import('@node-rs/argon2')
