/** The questionnaire and the version that a link to the page of a new campaign asks for, `''` for none. */
export const askedVersion = (): { readonly formId: string; readonly version: string } => {
  const asked = new URLSearchParams(location.search)
  return { formId: asked.get('formulaire') ?? '', version: asked.get('version') ?? '' }
}
