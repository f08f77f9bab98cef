// Walks through the stops of the tour, one at a time, each beside what it is about. Without it, the tour is a list with links.
'use strict';
(() => {
  const tour = document.querySelector('.tour');
  if (!tour) return;
  const stops = [...tour.querySelectorAll('li')].filter(stop => document.getElementById(stop.dataset.target));
  const steps = tour.querySelector('.steps');
  const [back, next] = ['back', 'next'].map(value => steps.querySelector(`[value=${value}]`));
  const at = steps.querySelector('.at');
  const end = tour.querySelector('form');
  let now = 0;

  function show(step, byHand) {
    document.querySelector('.toured')?.classList.remove('toured');
    now = step;
    stops.forEach((stop, i) => { stop.hidden = i !== now; });
    at.textContent = at.dataset.of.replace('{0}', now + 1).replace('{1}', stops.length);
    back.disabled = now === 0;
    next.hidden = now === stops.length - 1;
    if (!byHand) return;
    tour.classList.add('begun');
    const target = document.getElementById(stops[now].dataset.target);
    target.classList.add('toured');
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    if (next.hidden) end.querySelector('button').focus({ preventScroll: true });
  }

  tour.classList.add('walked');
  steps.hidden = false;
  show(0, false);
  back.addEventListener('click', () => show(now - 1, true));
  next.addEventListener('click', () => show(now + 1, true));
  tour.addEventListener('keydown', event => { if (event.key === 'Escape') end.requestSubmit(); });
})();
