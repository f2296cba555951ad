// Shows what was typed into a password field as long as its button is pressed in.
for (const button of document.querySelectorAll('button[data-reveals]')) {
  const field = document.getElementById(button.dataset.reveals)
  button.hidden = false
  button.addEventListener('click', () => {
    const isShown = field.type === 'text'
    field.type = isShown ? 'password' : 'text'
    button.setAttribute('aria-pressed', String(!isShown))
  })
  // A password must not stand readable in the browser's memory of form fields.
  field.form?.addEventListener('submit', () => {
    field.type = 'password'
  })
}
