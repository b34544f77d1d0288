# ./build.sh test: everything the tests need, every test, one line of counts at the very end.
source eng/prerequisites.sh
source eng/pack.sh

# The longest that all tests together may take before something must have hung.
TEST_MINUTES=25

run_tests() {
    install_test_prerequisites
    build
    pack_for_this_machine
    say "Testing"
    local log status=0
    log=$(mktemp)
    timeout --kill-after=30 "${TEST_MINUTES}m" \
        env HECK_PACKED=1 dotnet test --solution Heck.sln -c Release --no-build --no-progress --no-ansi </dev/null 2>&1 | tee "$log" || status=$?
    report_counts "$log" "$status"
}

# Reads the summary that `dotnet test` prints. A test program that crashed or ran nothing stands there as an error and counts as a failure.
report_counts() {
    local log=$1 status=$2 passed failed skipped errors
    passed=$(summary_of succeeded "$log") failed=$(summary_of failed "$log") skipped=$(summary_of skipped "$log") errors=$(summary_of error "$log")
    rm -f "$log"
    failed=$((failed + errors))
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        [ "$status" -ne 124 ] || echo "The tests did not end within $TEST_MINUTES minutes."
        failed=1
    fi
    if [ $((passed + failed)) -eq 0 ]; then
        echo "No test ran."
        failed=1
    fi
    echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
    [ "$failed" -eq 0 ]
}

# One number out of the summary block; 0 when the line is absent.
summary_of() {
    local number
    number=$(sed -n '/^Test run summary/,$ s/^ *'"$1"': *\([0-9]*\)$/\1/p' "$2" | tail -n 1)
    echo "${number:-0}"
}
