/* Shows what passkeys need only where the browser can make and use them, and says so when one was not used. */
(function () {
  'use strict'
  if (!window.PublicKeyCredential) return
  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-passkeys]').forEach(function (part) { part.hidden = false })
    document.querySelectorAll('[data-without-passkeys]').forEach(function (part) { part.hidden = true })
  })
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    var message = document.getElementById('passkey_error')
    if (message) {
      message.hidden = false
      message.focus()
    }
  })
})()
