// /remplir/<form>/<version>/preparer/: the document says everything; all that a script adds is a button to print it.
const print = document.createElement('button')
print.type = 'button'
print.className = 'btn quiet'
print.textContent = 'Imprimer'
print.addEventListener('click', () => window.print())
document.getElementById('fichiers')?.append(print)
