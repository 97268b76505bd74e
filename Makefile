# Hearsay's commands. `make help` lists them; the two that matter are `make export` and `make test`.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := all

SWIFT := swift build --explicit-target-dependency-import-check error
# The kernels in C are optimized in debug builds too: the tests read text with them.
SWIFT_BUILD := $(SWIFT) -Xcc -O2
# What CI compiles as well: Swift's own build folder of the release program.
RELEASE = $(SWIFT) -c release --product hearsay
PROGRAM := .build/release/hearsay
SOURCES := Sources Tests Fuzzing Package.swift
PREFIX ?= /usr/local
# What a test run may take of a machine's cores.
JOBS ?= $(shell getconf _NPROCESSORS_ONLN)

.PHONY: all setup build release export test fuzz nightly sanitizers faults determinism suite conformance readers formats new-format lint accuracy reprints goldens lines install clean help

all: build suite lint lines  ## Build, test, lint, and show the longest files

setup:  ## Install what is missing: libxml2, zlib, zstd, libzip, Graphviz, Python's venv
	@Scripts/setup

build: setup  ## Build everything for debugging, warnings as errors, the layering checked
	$(SWIFT_BUILD) --build-tests

release: setup  ## Build the program for use
	$(RELEASE)

export: release  ## Read seeds/ and leave its graphs and pictures in Exports/
	$(PROGRAM) export seeds --output Exports --view actors,evidence --format graphml,dot --render svg,png

test: setup  ## Do what CI does: build, suite, conformance, lint
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory conformance
	Scripts/faults .build/debug/hearsay
	$(MAKE) --no-print-directory determinism

suite:  ## Run the tests
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build

conformance:  ## Load what we write with the programs that others read it with
	@Scripts/conformance

readers: build  ## Load what we write with the readers too that take long to install
	@Scripts/setup --readers
	@Scripts/conformance --nightly

formats: build  ## Put the tables of formats into docs/FORMATS.md
	@Scripts/formats

lint:  ## Check the format of every Swift file
	swift format lint --strict --recursive $(SOURCES)

accuracy: release  ## Measure what is found against gold data, where it is here
	@Scripts/accuracy

reprints: release  ## Measure which rewordings of one quotation are found out, where raw news is here
	@Scripts/reprints

fuzz:  ## Fuzz readers, language, exporters for FUZZ_SECONDS each (60); what breaks stays in Tests/Crashes
	@Scripts/fuzz

new-format:  ## Add the format of docs/WALKTHROUGH.md to a copy, and see that one file and one row do
	@Scripts/new-format

nightly: setup readers new-format fuzz sanitizers faults  ## What takes long: all readers, fuzzing, sanitizers, runs that break

# The neural reader takes minutes without optimization, and the suite hours. Leaks are not looked for: a string of Swift hides
# the address of its memory from LeakSanitizer, which then takes it for lost.
SANITIZED = ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no swift test -c release -Xswiftc -enable-testing

sanitizers:  ## Run the suite under AddressSanitizer and ThreadSanitizer
	$(SANITIZED) --sanitize=address --build-path .build-asan
	HEARSAY_THREAD_SANITIZER=1 $(SANITIZED) --sanitize=thread --build-path .build-tsan

faults: release  ## Break runs in every way that a machine does, 50 kills by each signal
	Scripts/faults $(PROGRAM) 50

determinism: release  ## Compare what every way to run gives, debug and release builds
	$(SWIFT_BUILD) --product hearsay
	Scripts/determinism seeds .build/debug/hearsay $(PROGRAM)

goldens:  ## Rewrite the golden files that differ; fails once, so that the difference is read
	HEARSAY_GOLDENS=1 $(MAKE) --no-print-directory suite

lines:  ## Show the ten longest files, the median and the share of files of 400 lines or fewer
	@Scripts/lines

install: release  ## Install the program in PREFIX/bin (PREFIX=/usr/local)
	install -d "$(PREFIX)/bin"
	install -m 755 "$(PROGRAM)" "$(PREFIX)/bin/hearsay"

clean:  ## Remove what was built
	rm -rf .build .build-fuzz .build-asan .build-tsan .venv .venv-nightly

help:  ## Show this list
	@awk -F ':.*##' '/^[a-z-]+:.*##/ { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
