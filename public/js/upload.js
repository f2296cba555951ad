// Sends a form with its file while a bar tells how much of it has arrived, and goes where the answer leads.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.matches('[data-upload]')) return
  event.preventDefault()
  const bar = form.querySelector('progress')
  // Pressed twice, it is sent once.
  if (bar.hidden) send(form, new FormData(form, event.submitter), bar)
})

function send(form, body, bar) {
  const state = form.querySelector('[data-sending]')
  const failed = form.querySelector('[data-failed]')
  // A screen reader speaks every change of the words, so they change ten times only.
  const tell = (percent) => {
    bar.value = percent
    const words = state.dataset.sending.replace('{percent}', 10 * Math.floor(percent / 10))
    if (state.textContent !== words) state.textContent = words
  }
  const stop = () => {
    bar.hidden = true
    state.textContent = ''
    failed.hidden = false
  }
  bar.hidden = false
  failed.hidden = true
  tell(0)
  const request = new XMLHttpRequest()
  request.upload.addEventListener('progress', ({ loaded, total }) => tell((100 * loaded) / total))
  request.addEventListener('error', stop)
  request.addEventListener('load', () => {
    if (request.responseURL !== form.action) location.assign(request.responseURL)
    else if (!show(request.responseText)) stop()
  })
  request.open('POST', form.action)
  request.send(body)
}

/** Shows the page that was answered with; false where it is none of ours. */
function show(html) {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const main = answer.querySelector('main')
  if (main === null) return false
  document.title = answer.title
  document.querySelector('main').replaceWith(main)
  scrollTo(0, 0)
  main.querySelector('[data-focus]')?.focus()
  return true
}
