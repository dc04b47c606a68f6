import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createApp } from '../../../gateway/src/app.ts';
import { Metrics } from '../../../gateway/src/metrics/metrics.ts';
import { silent } from '../fabric/stub-ledger.ts';
import { sharedConsortium } from '../shared-consortium.ts';

interface Dashboard {
  readonly panels: { readonly title: string; readonly targets: { readonly expr: string }[] }[];
  readonly templating: { readonly list: { readonly name: string; readonly query: string }[] };
}

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The labels that a query groups by or filters on, its ranges, and then PromQL's functions. */
const NO_METRIC = [/\b(?:by|without)\s*\([^)]*\)/g, /\{[^}]*\}/g, /\[[^\]]*\]/g, /[a-z_]+\s*(?=\()/g];
/** Series that Prometheus makes of a histogram. */
const OF_HISTOGRAM = /_(?:bucket|count|sum)$/;

describe('the dashboard', function () {
  this.timeout(180_000);
  const dashboard = JSON.parse(read('gateway/dashboard.json')) as Dashboard;
  const queries = dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ title, expr })),
  );
  let metrics: { name: string; help: string; type: string }[];

  before(async () => {
    const { utility } = await sharedConsortium();
    const all = new Metrics();
    createApp(utility.services, silent, { metrics: all });
    metrics = all.list();
  });

  function metricsIn(expr: string): string[] {
    const names = NO_METRIC.reduce((rest, pattern) => rest.replace(pattern, ' '), expr);
    return names.match(/[a-z_:]{2,}/g) ?? [];
  }

  function isThere(series: string): boolean {
    return metrics.some(
      ({ name, type }) =>
        series === name ||
        (type === 'histogram' && OF_HISTOGRAM.test(series) && series.replace(OF_HISTOGRAM, '') === name),
    );
  }

  it('asks only for metrics that exist', () => {
    assert.ok(queries.length > 0);
    for (const { title, expr } of queries) {
      const named = metricsIn(expr);
      assert.ok(named.length > 0, `${title}: ${expr} names no metric`);
      for (const name of named) assert.ok(isThere(name), `${title}: there is no metric ${name}`);
    }
    for (const { query } of dashboard.templating.list) {
      const [, name] = /^label_values\((\w+),/.exec(query) ?? [];
      assert.ok(name === undefined || isThere(name), `there is no metric ${name}`);
    }
  });

  it('asks only for labels that the metric has', () => {
    const labels: Record<string, readonly string[]> = {
      gateway_http_request_duration_seconds: ['method', 'route', 'status'],
      gateway_submit_duration_seconds: ['method', 'outcome'],
      gateway_submit_retries_total: ['reason'],
      gateway_requests_shed_total: ['reason'],
    };
    for (const { title, expr } of queries) {
      const [series = ''] = metricsIn(expr);
      const known = ['instance', 'le', ...(labels[series.replace(OF_HISTOGRAM, '')] ?? [])];
      const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
      const filtered = [...expr.matchAll(/(\w+)=~?"/g)].map(([, label = '']) => label);
      for (const label of [...grouped, ...filtered]) assert.ok(known.includes(label), `${title}: ${label}`);
    }
  });

  it('shows every metric of the gateway itself, and docs/gateway.md explains it', () => {
    const shown = queries.map(({ expr }) => expr).join('\n');
    const page = read('docs/gateway.md');
    for (const { name, help } of metrics.filter((metric) => metric.name.startsWith('gateway_'))) {
      assert.match(shown, new RegExp(`\\b${name}(_bucket|_count|_sum)?\\b`), `${name} is on no panel`);
      assert.ok(
        page.includes(`| \`${name}\` | ${help} |`),
        `docs/gateway.md lacks | \`${name}\` | ${help} |`,
      );
    }
  });
});
