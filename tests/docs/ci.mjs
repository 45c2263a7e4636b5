// SPDX-License-Identifier: Apache-2.0
// The files of docs/ci: held against their systems' own rules, and their commands written out to be run.
// Usage: node ci.mjs SOURCE OUT. Prints "ok SENTENCE" or "not ok SENTENCE"; writes OUT/NAME.sh and OUT/NAME.files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';

const [source, out] = process.argv.slice(2);
const read = name => readFileSync(join(source, name), 'utf8');
const say = (passed, sentence, why) => {
  console.log(`${passed ? 'ok' : 'not ok'} ${sentence}`);
  for (const line of why || []) console.log(`# ${line}`);
};

function write(name, commands, files) {
  writeFileSync(join(out, `${name}.sh`), `${commands.join('\n')}\n`);
  writeFileSync(join(out, `${name}.files`), `${files.join('\n')}\n`);
}

// GitHub: the parser its own editors use.
const text = read('github.yml');
const result = parseWorkflow({ name: 'github.yml', content: text }, new NoOperationTraceWriter());
const errors = result.context.errors.getErrors();
say(errors.length === 0, "GitHub's parser accepts github.yml", errors.map(e => e.message));
const steps = parse(text).jobs.samsvar.steps;
const judged = steps.filter(s => s.run && s.name !== 'Install samsvar');
say(judged.length === 3, 'github.yml has three steps to run beside the installation');
// The step after one that failed is run too, by its condition; the job has the code of the first that failed.
write('github', ['code=0', ...judged.map(s => `( ${s.run}\n) || { r=$?; [ $code != 0 ] || code=$r; }`), 'exit $code'],
  [steps.find(s => s.with?.sarif_file).with.sarif_file, 'samsvar-baseline.json', 'summary']);

// GitLab: its schema is in gitlab-ci-local, which the script runs on the file itself.
const gitlab = parse(read('gitlab.yml')).samsvar;
write('gitlab', gitlab.script, [...Object.values(gitlab.artifacts.reports), ...gitlab.artifacts.paths]);

// Azure: every step is of a known kind.
const azure = parse(read('azure-pipelines.yml'));
const kinds = azure.steps.map(s => ['bash', 'task', 'publish'].find(k => k in s));
say(kinds.every(Boolean) && azure.pool.vmImage && azure.trigger, 'azure-pipelines.yml has steps of known kinds');
const bash = azure.steps.filter(s => s.bash && s.displayName !== 'Install samsvar');
write('azure', ['code=0', ...bash.map(s => `( ${s.bash}\n) || { r=$?; [ $code != 0 ] || code=$r; }`), 'exit $code'],
  [azure.steps.find(s => s.task).inputs.testResultsFiles, azure.steps.find(s => s.publish).publish, 'samsvar-report/summary.md']);

// Jenkins: what stands in single quotes after sh.
const jenkins = read('Jenkinsfile');
const balanced = [...jenkins].reduce((n, c) => n + (c === '{') - (c === '}'), 0);
say(balanced === 0, 'the braces of the Jenkinsfile are balanced');
const commands = [...jenkins.matchAll(/^\s*sh '([^'\n]+)'$/gm)].map(m => m[1]);
say(commands.length === 1, 'the Jenkinsfile has one command beside the installation');
write('jenkins', commands, ['samsvar-report/junit.xml', 'samsvar-report/report.html', 'samsvar-report/samsvar.css',
  'samsvar-report/samsvar.js']);
