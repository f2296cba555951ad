import { readFileSync } from 'node:fs'

// An empty file means that a check before the tests failed; a test file that does not load counts as one failure.
const text = readFileSync(process.argv[2], 'utf8')
const {
  numPassedTests: passed,
  numFailedTests,
  testResults,
} = text === '' ? { numPassedTests: 0, numFailedTests: 1, testResults: [] } : JSON.parse(text)
const notLoaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
const failed = numFailedTests + notLoaded.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
