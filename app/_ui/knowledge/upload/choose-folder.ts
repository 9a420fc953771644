/** Opens the browser's dialog for a folder; `onChosen` gets all files below it. */
export function chooseFolder(onChosen: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  input.addEventListener('change', () => onChosen(Array.from(input.files ?? [])), { once: true });
  input.click();
}
