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
    const signs = { corrected: ['diamond', '--warn'], unusual: ['triangle', '--bad'] };
    const months = [...panel.querySelectorAll('tbody th')].map(head => head.dataset.v);
    return [...panel.querySelectorAll('.marks li')].map(mark => {
      const at = months.indexOf(mark.dataset.month);
      const [symbol, colour] = signs[mark.className];
      return { xAxis: at, y, symbol, symbolSize: 10, symbolOffset: [mark.className === 'unusual' ? 8 : -8, 0],
        itemStyle: { color: style(colour) }, label: { show: false } };
    });
  }

  function shown(panel, { series }) {
    const first = series.find(one => one.kind === 'COUNT');
    const before = series.find(one => one.kind === 'BEFORE');
    if (panel.dataset.picture === 'LINES') return series.filter(one => one.kind === 'COUNT');
    return before && panel.dataset.picture === 'COLUMNS' ? [first, before] : [first];
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
    const top = (series.length > 1 ? 34 : 12) + (toFile ? 26 : 0);
    const figures = { type: 'value', min: 0, minInterval: 1, splitLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, formatter: value => count.format(value) } };
    return {
      animation: false,
      backgroundColor: toFile ? style('--paper') : 'transparent',
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
      color: colours,
      title: toFile ? { text: panel.querySelector('h2').textContent, textStyle: { color: ink, fontSize: 15 } } : undefined,
      legend: series.length > 1 ? { type: 'scroll', top: toFile ? 26 : 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: soft },
        data: series.map(one => one.name) } : undefined,
      grid: { left: 0, right: 8, bottom: 6, top, containLabel: true },
      tooltip: { trigger: 'axis', backgroundColor: style('--paper'), borderColor: line, textStyle: { color: ink },
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
    drawn.get(panel)?.dispose();
    const chart = echarts.init(place, null, { renderer: 'svg' });
    chart.setOption(option(panel, false));
    chart.on('click', point => data(panel).rows[point.dataIndex]?.link?.click());
    drawn.set(panel, chart);
  }

  // A picture as a file: drawn once more, with its title, on paper.
  function save(panel, type) {
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

  const panels = [...document.querySelectorAll('.panel[data-picture]')];
  if (typeof echarts === 'undefined') return;
  panels.forEach(draw);
  panels.forEach(panel => panel.querySelectorAll('.draw').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => save(panel, button.value));
  }));
  dark.addEventListener('change', () => panels.forEach(draw));
  let wait;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(() => drawn.forEach(chart => chart.resize()), 150); });
})();
