// Asks the browser for a passkey, or for a new one, and sends its answer with the form.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) continue
  const ask = form.dataset.passkey === 'get' ? startAuthentication : startRegistration
  const answer = form.elements.namedItem('answer')
  const failed = form.querySelector('[data-failed]')
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    if (answer.value !== '') return
    event.preventDefault()
    failed.hidden = true
    try {
      answer.value = JSON.stringify(await ask({ optionsJSON: JSON.parse(form.dataset.options) }))
      form.requestSubmit()
    } catch {
      failed.hidden = false
    }
  })
}
