// Suggests publishers, packages and titles for the text that is typed, and articles by their DOI, for which their title stands: a combobox with a list. Without it, the field searches as it is.
'use strict';
(() => {
  const place = document.querySelector('.suggest');
  const field = place?.querySelector('input');
  if (!field) return;
  const form = field.form, texts = place.dataset;
  const list = Object.assign(document.createElement('div'), { id: 'suggestions', className: 'suggestions', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', texts.some.replace(/[\s\u00a0]*:$/, ''));
  const said = Object.assign(document.createElement('p'), { className: 'unseen' });
  said.setAttribute('role', 'status');
  place.append(list, said);
  field.type = 'text';
  field.enterKeyHint = 'search';
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) field.setAttribute(name, value);

  let options = [], at = -1, wait, asked;

  function close() {
    clearTimeout(wait);
    asked?.abort();
    list.hidden = true;
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function mark(other) {
    options[at]?.setAttribute('aria-selected', 'false');
    at = other;
    if (at < 0) return field.removeAttribute('aria-activedescendant');
    options[at].setAttribute('aria-selected', 'true');
    options[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[at].id);
  }

  // The question with one filter more in place of the text.
  function choose(option) {
    const filter = Object.assign(document.createElement('input'), { type: 'hidden', name: option.dataset.field, value: option.dataset.value });
    form.append(filter);
    field.value = '';
    close();
    form.requestSubmit();
  }

  function show(suggestions) {
    list.replaceChildren();
    options = [];
    for (const kind of ['publisher', 'package', 'title', 'item']) {
      const some = suggestions.filter(one => one.kind === kind);
      if (!some.length) continue;
      const group = document.createElement('div'), name = document.createElement('span');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', texts[kind]);
      name.textContent = texts[kind];
      name.setAttribute('aria-hidden', 'true');
      group.append(name);
      for (const one of some) {
        const option = document.createElement('div');
        option.id = 'suggestion-' + options.length;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.append(Object.assign(document.createElement('bdi'), { textContent: one.name }));
        if (one.said) option.append(Object.assign(document.createElement('small'), { textContent: one.said }));
        Object.assign(option.dataset, { field: one.field, value: one.value });
        option.addEventListener('mousedown', event => event.preventDefault());
        option.addEventListener('click', () => choose(option));
        options.push(option);
        group.append(option);
      }
      list.append(group);
    }
    at = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = !options.length;
    field.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent = options.length ? texts.some + ' ' + options.length : texts.none;
  }

  async function ask() {
    asked?.abort();
    const text = field.value.trim();
    if (text.length < 2) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(texts.from + '?q=' + encodeURIComponent(text), { signal: asked.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) return close(); // what was suggested before is no answer to this
      if (document.activeElement === field) show((await answer.json()).suggestions);
    } catch (failure) {
      if (failure.name !== 'AbortError') close(); // the field searches all the same
    }
  }

  field.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(ask, 120); });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return ask();
      const down = event.key === 'ArrowDown';
      mark(down ? (at + 1 < options.length ? at + 1 : -1) : (at < 0 ? options.length - 1 : at - 1));
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
})();
