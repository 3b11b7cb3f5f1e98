// Puts a page in its place, and holds together what nearly every page needs: cut by who uses what, that would come in
// a dozen files, each of which costs its request. What is loaded later and shares it imports this too.
import { render, type VNode } from 'preact'
import 'preact/hooks'
import 'preact/jsx-runtime'
import '../../forms/addresses.ts'
import '../../forms/dates.ts'
import '../../forms/lifecycle.ts'
import '../../forms/note-names.ts'
import '../../forms/problems.ts'
import './api.ts'
import './clock.ts'
import './forget-dossiers.ts'
import './french-spaces.ts'
import './feedback.tsx'
import './icons.tsx'
import './keep-page.ts'
import './kept-dossiers.ts'
import './me.ts'
import './refusal.tsx'
import './session.ts'
import './shell.tsx'
import './use-action.ts'
import './words.ts'

/** Puts the live page in the place of the one the build wrote into the document. */
export const mount = (page: VNode): void => {
  const place = document.getElementById('page')
  if (place) render(page, place)
}
