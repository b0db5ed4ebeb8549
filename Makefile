# Two commands serve most people: `make run` opens the program on the sample
# plan, `make check` runs every test. Both install what is missing from Debian's
# packages first.

BUILD ?= build

.PHONY: run check build install-build install-test bench fuzz soak asan valgrind po format-check clean

run: build
	.ci/run-sample $(BUILD)

build: install-build
	.ci/build $(BUILD)

install-build:
	.ci/install-packages build

install-test: install-build
	.ci/install-packages test

check: install-test
	.ci/check

bench: install-test
	.ci/build $(BUILD)-release -Dbuildtype=release -Db_ndebug=true
	meson test -C $(BUILD)-release --benchmark --verbose --num-processes 1

# The long forms of what `make check` does for a moment.
fuzz: install-test
	.ci/fuzz

soak: install-test
	.ci/build $(BUILD)
	meson test -C $(BUILD) --suite soak --verbose

asan: install-test
	.ci/check sanitized

valgrind: install-test
	.ci/check memory

# New words of the sources into po/vi.po.
po:
	.ci/update-po

# Only the lines that are not committed yet: reformatting is a commit of its own.
format-check:
	git clang-format --diff HEAD -- src tests

clean:
	rm -rf $(BUILD) $(BUILD)-asan $(BUILD)-nogui $(BUILD)-release $(BUILD)-fuzz
