// Draws the pictures of a page of figures out of its tables, so that both say the same. Without it, the tables say all.
'use strict';
(() => {
  const language = document.documentElement.lang;
  const count = new Intl.NumberFormat(language);
  const style = name => getComputedStyle(document.querySelector('.board')).getPropertyValue(name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const drawn = new Map();

  // What a panel's table holds: a label and figures for each row, as the server wrote them.
  function data(panel) {
    const heads = [...panel.querySelectorAll('thead th')];
    const rows = [...panel.querySelectorAll('tbody tr')].map(row => ({
      label: row.cells[0].textContent.trim(),
      link: row.cells[0].querySelector('a'),
      values: [...row.cells].map(cell => cell.dataset.v === undefined ? null : Number(cell.dataset.v)),
    }));
    const series = heads
      .map((head, at) => ({ at, kind: head.dataset.kind, key: head.dataset.key, name: head.textContent.trim() }))
      .filter(one => one.kind === 'COUNT' || one.kind === 'BEFORE');
    return { rows, series };
  }

  // What the reader should know of some rows: a sign above their columns, which the list of marks puts in words.
  function marks(panel, y) {
    const signs = { corrected: ['diamond', '--warn'], unusual: ['triangle', '--bad'], noted: ['circle', '--accent'] };
    const places = { corrected: -8, unusual: 8, noted: 0 };
    const months = [...panel.querySelectorAll('tbody th')].map(head => head.dataset.v);
    return [...panel.querySelectorAll('.marks li')].map(mark => {
      const at = months.indexOf(mark.dataset.month);
      const [symbol, colour] = signs[mark.className];
      return { xAxis: at, y, symbol, symbolSize: 10, symbolOffset: [places[mark.className], 0],
        itemStyle: { color: style(colour) }, label: { show: false } };
    });
  }

  function shown(panel, { series }) {
    const first = series.find(one => one.kind === 'COUNT');
    const before = series.find(one => one.kind === 'BEFORE');
    if (panel.dataset.picture === 'LINES') return series.filter(one => one.kind === 'COUNT');
    return before && panel.dataset.picture === 'COLUMNS' ? [first, before] : [first];
  }

  // A flow: each text of the first three columns is a place, each row a stream through three of them. Returned as SVG.
  function flow(panel, width, height, toFile) {
    const escaped = text => text.replace(/[&<>"]/g, sign => '&#' + sign.charCodeAt(0) + ';');
    const columns = [new Map(), new Map(), new Map()], streams = new Map();
    for (const row of panel.querySelectorAll('tbody tr')) {
      const value = Number(row.cells[3].dataset.v);
      if (!value) continue;
      const places = columns.map((column, at) => {
        const name = row.cells[at].textContent.trim();
        if (!column.has(name)) column.set(name, { name, at, value: 0, left: 0, right: 0, href: row.cells[at].querySelector('a')?.href });
        const place = column.get(name);
        place.value += value;
        return place;
      });
      for (const at of [0, 1]) {
        const key = at + places[at].name + '\n' + places[at + 1].name;
        const stream = streams.get(key) || { from: places[at], to: places[at + 1], value: 0 };
        stream.value += value;
        streams.set(key, stream);
      }
    }
    const top = toFile ? 44 : 6, bar = 10, gap = 18, label = Math.min(190, width * 0.24);
    const room = height - top - 8, total = [...columns[0].values()].reduce((sum, place) => sum + place.value, 0);
    const most = Math.max(...columns.map(column => column.size));
    const scale = Math.max(0, room - gap * (most - 1)) / total;
    const x = at => at * (width - label - bar) / 2;
    columns.forEach((column, at) => {
      const places = [...column.values()].sort((one, other) => other.value - one.value);
      let y = top + (room - places.reduce((sum, place) => sum + place.value * scale, 0) - gap * (places.length - 1)) / 2;
      places.forEach(place => {
        Object.assign(place, { x: x(at), y, height: Math.max(1, place.value * scale) });
        y += place.value * scale + gap;
      });
    });
    const colours = [style('--figure'), style('--second'), style('--good')], ink = style('--ink'), paper = style('--paper');
    const parts = [...streams.values()]
      .sort((one, other) => one.from.y - other.from.y || one.to.y - other.to.y)
      .map(stream => {
        const wide = stream.value * scale, { from, to } = stream;
        const y = from.y + from.right + wide / 2, z = to.y + to.left + wide / 2, middle = (from.x + bar + to.x) / 2;
        from.right += wide;
        to.left += wide;
        return `<path d="M${from.x + bar},${y}C${middle},${y} ${middle},${z} ${to.x},${z}" fill="none" stroke="${colours[from.at]}" stroke-opacity="0.26"`
          + ` stroke-width="${Math.max(1, wide)}"><title>${escaped(from.name)} → ${escaped(to.name)}: ${count.format(stream.value)}</title></path>`;
      });
    for (const place of columns.flatMap(column => [...column.values()])) {
      const text = `<rect x="${place.x}" y="${place.y}" width="${bar}" height="${place.height}" fill="${colours[place.at]}"/>`
        + `<text x="${place.x + bar + 6}" y="${place.y + place.height / 2}" dy="0.35em" fill="${ink}" stroke="${paper}" stroke-width="3"`
        + ` stroke-linejoin="round" paint-order="stroke">${escaped(place.name)} <tspan fill-opacity="0.72">${count.format(place.value)}</tspan></text>`;
      parts.push(place.href && !toFile ? `<g data-href="${escaped(place.href)}" cursor="pointer">${text}</g>` : `<g>${text}</g>`);
    }
    const font = escaped(getComputedStyle(document.body).fontFamily);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="13">`
      + (toFile ? `<rect width="100%" height="100%" fill="${paper}"/><text x="0" y="22" font-size="16" font-weight="600" fill="${ink}">`
        + escaped(panel.querySelector('h2').textContent) + '</text>' : '') + parts.join('') + '</svg>';
  }

  // A flow as a file; a PNG is drawn from the SVG.
  function saveFlow(panel, type) {
    const svg = flow(panel, 960, 520, true);
    const link = document.createElement('a');
    link.download = panel.dataset.panel + '.' + type;
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    if (type === 'svg') {
      link.href = address;
      link.click();
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1920, height: 1040 });
      canvas.getContext('2d').drawImage(image, 0, 0, 1920, 1040);
      link.href = canvas.toDataURL('image/png');
      link.click();
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  }

  // How wide some texts are drawn.
  function widths(texts) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = '12px ' + getComputedStyle(document.body).fontFamily;
    return texts.map(text => pen.measureText(text).width);
  }

  // What the last label of the months or days needs right of its column, where it stands in the middle of it and is wider.
  function beyond(rows, width) {
    return rows.length ? widths([rows[rows.length - 1].label])[0] / 2 - (width - 60) / rows.length / 2 : 0;
  }

  // How many lines the names of the series need above a picture.
  function lines(series, width) {
    let line = 0, left = 0;
    for (const name of widths(series.map(one => one.name))) {
      const wide = name + 17;
      if (!line || left < wide) { line += 1; left = width - 10; }
      left -= wide + 10;
    }
    return line;
  }

  function option(panel, toFile) {
    const all = data(panel);
    const series = shown(panel, all);
    const bars = panel.dataset.picture === 'BARS';
    const rows = bars ? [...all.rows].reverse() : all.rows;
    const ink = style('--ink'), soft = style('--soft'), line = style('--line');
    const colours = [style('--figure'), style('--second'), style('--warn'), style('--good')];
    const labels = { type: 'category', data: rows.map(row => row.label), axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, hideOverlap: true, width: bars ? 220 : undefined, overflow: 'truncate' } };
    const width = toFile ? 960 : panel.querySelector('.picture').offsetWidth;
    const top = (series.length > 1 ? 10 + 24 * lines(series, width) : 12) + (toFile ? 26 : 0);
    const figures = { type: 'value', min: 0, minInterval: 1, splitLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, formatter: value => count.format(value) } };
    return {
      animation: false,
      backgroundColor: toFile ? style('--paper') : 'transparent',
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
      color: colours,
      title: toFile ? { text: panel.querySelector('h2').textContent, textStyle: { color: ink, fontSize: 15 } } : undefined,
      legend: series.length > 1 ? { top: toFile ? 26 : 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: soft },
        data: series.map(one => one.name) } : undefined,
      grid: { left: 0, right: bars ? 8 : Math.max(8, 2 + beyond(rows, width)), bottom: 6, top, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: style('--paper'), borderColor: line, textStyle: { color: ink },
        axisPointer: { type: panel.dataset.picture === 'LINES' ? 'line' : 'shadow' },
        valueFormatter: value => value == null ? '–' : count.format(value) },
      xAxis: bars ? figures : labels,
      yAxis: bars ? labels : figures,
      series: series.map(one => ({
        name: one.name,
        type: panel.dataset.picture === 'LINES' || one.kind === 'BEFORE' ? 'line' : 'bar',
        symbolSize: 5, barMaxWidth: 34, lineStyle: { width: 2 }, z: one.kind === 'BEFORE' ? 3 : 2,
        data: rows.map(row => row.values[one.at]),
        markPoint: one === series[0] && panel.querySelector('.marks li') ? { data: marks(panel, top - 7), silent: true } : undefined,
      })),
    };
  }

  function draw(panel) {
    const place = panel.querySelector('.picture');
    if (!place || !place.offsetWidth) return;
    if (panel.dataset.picture === 'FLOW') {
      const names = at => new Set([...panel.querySelectorAll('tbody tr')].map(row => row.cells[at].textContent)).size;
      place.style.height = Math.min(400, 60 + 40 * Math.max(names(0), names(1), names(2))) + 'px';
      place.innerHTML = flow(panel, place.offsetWidth, place.offsetHeight, false);
      place.onclick = event => { const to = event.target.closest('[data-href]'); if (to) location.href = to.dataset.href; };
      return;
    }
    drawn.get(panel)?.dispose();
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(option(panel, false));
    chart.on('click', point => data(panel).rows[point.dataIndex]?.link?.click());
    drawn.set(panel, chart);
  }

  // A picture as a file: drawn once more, with its title, on paper.
  function save(panel, type) {
    if (panel.dataset.picture === 'FLOW') return saveFlow(panel, type);
    const place = document.createElement('div');
    const rows = panel.querySelectorAll('tbody tr').length;
    const height = panel.dataset.picture === 'BARS' ? 70 + 26 * rows : 420;
    const chart = echarts.init(place, null, { renderer: type === 'svg' ? 'svg' : 'canvas', width: 960, height });
    chart.setOption(option(panel, true));
    const link = document.createElement('a');
    link.download = panel.dataset.panel + '.' + type;
    link.href = type === 'svg'
      ? URL.createObjectURL(new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' }))
      : chart.getDataURL({ type: 'png', pixelRatio: 2 });
    link.click();
    chart.dispose();
  }

  // What takes long to make is asked for again until it is there; who reads keeps place and focus, and is told.
  async function awaited(part) {
    while (part?.dataset.waits) {
      await new Promise(then => setTimeout(then, 1500));
      const answer = await fetch(location.href);
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (!fresh) return;
      if (fresh.dataset.waits) continue;
      part.querySelector('[role=status]').textContent = fresh.querySelector('[role=status]').textContent;
      part.querySelectorAll(':scope > :not(header)').forEach(old => old.remove());
      part.append(...fresh.querySelectorAll(':scope > :not(header)'));
      delete part.dataset.waits;
    }
  }
  awaited(document.getElementById('preview'));

  const panels = [...document.querySelectorAll('.panel[data-picture]')];
  if (typeof echarts === 'undefined') return;
  panels.forEach(draw);
  panels.forEach(panel => panel.querySelectorAll('.draw').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => save(panel, button.value));
  }));
  dark.addEventListener('change', () => panels.forEach(draw));
  let wait, wide = innerWidth;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(() => {
    if (wide !== innerWidth) panels.forEach(draw); // not for the bars of a phone's browser, which come and go
    wide = innerWidth;
  }, 150); });
})();
