document.documentElement.dataset.apiAtStart = typeof window.api;

// What is dropped here is kept for the tests.
window.dropped = [];
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  window.dropped.push(...event.dataTransfer.files);
});
