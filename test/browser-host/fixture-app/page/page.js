document.documentElement.dataset.apiAtStart = typeof window.api;
