# envoi: plain GNU make. `make help` lists the targets.
#
# CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR belong to the user; our own flags
# have names of their own. One folder per variant: build/release, build/asan.

VERSION = $(shell sed -n 's/^.define ENVOI_VERSION "\(.*\)"/\1/p' src/cli/cli.h)
PREFIX ?= /usr/local
DESTDIR ?=
KIND ?= release
V ?= 0
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config
# Debian's libharu has no .pc file.
HPDF_LIBS ?= -lhpdf
LIBS_PC = harfbuzz harfbuzz-subset freetype2 fontconfig icu-uc icu-i18n yaml-0.1 libcmark libpng libjpeg libdeflate libxml-2.0 libzip libqrencode jansson
LAYERS = base model input text page out job cli

B = build/$(KIND)
DATADIR = $(PREFIX)/share/envoi
OWN_CPPFLAGS := -Isrc -D_GNU_SOURCE $(shell $(PKG_CONFIG) --cflags $(LIBS_PC) 2>/dev/null)
OWN_CFLAGS = -std=c11 -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes $(WERROR)
# Only the libraries that are used are loaded at start-up.
OWN_LDFLAGS = -Wl,--as-needed
OWN_LIBS := $(shell $(PKG_CONFIG) --libs $(LIBS_PC) 2>/dev/null) -lcsv $(HPDF_LIBS) -lm
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ifeq ($(KIND),asan)
OWN_CFLAGS += $(SANITIZE)
OWN_LDFLAGS += $(SANITIZE)
endif
ifeq ($(KIND),coverage)
OWN_CFLAGS += -O0 --coverage
OWN_LDFLAGS += --coverage
endif
# libFuzzer brings its own main; it comes with clang.
ifeq ($(KIND),fuzz)
CC = clang
OWN_CFLAGS += $(SANITIZE) -fsanitize=fuzzer-no-link
OWN_LDFLAGS += $(SANITIZE) -fsanitize=fuzzer
else
FUZZ_MAIN = tests/fuzz/replay.c
endif

ifneq ($(findstring s,$(firstword -$(MAKEFLAGS))),)
say = @
else ifeq ($(V),0)
say = @printf '  %-6s %s\n' '$(1)' '$(2)';
else
say =
endif

layer_src = $(wildcard src/$(1)/*.c)
layer_obj = $(patsubst src/%.c,$(B)/%.o,$(call layer_src,$(1)))
SRC = $(foreach l,$(LAYERS),$(call layer_src,$(l)))
LIBRARIES = $(foreach l,job out page text input model base,$(B)/lib$(l).a)

all: $(B)/envoi ## build the program into build/release/envoi

$(B)/envoi: $(call layer_obj,cli) $(LIBRARIES)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS) -o $@ $^ $(OWN_LIBS)

# Objects are made again when the flags they were made with change, and only
# base/fs.o knows PREFIX. Each file is written only when its text changes.
differs = $(subst x$(1),,x$(2))$(subst x$(2),,x$(1))
FLAGS = $(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS)
$(B)/flags: FORCE | $(B)/
	@$(PKG_CONFIG) --print-errors --exists $(LIBS_PC) || \
	    { echo 'make: install what is missing: tools/deps.sh build' >&2; exit 1; }
	$(if $(call differs,$(FLAGS),$(file <$@)),$(file >$@,$(FLAGS)))
$(B)/datadir: FORCE | $(B)/
	$(if $(call differs,$(DATADIR),$(file <$@)),$(file >$@,$(DATADIR)))
$(B)/:
	@mkdir -p $@
$(B)/base/fs.o: OWN_CPPFLAGS += -DENVOI_DATADIR='"$(DATADIR)"'
$(B)/base/fs.o: $(B)/datadir

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# One archive per layer, linked from the top down: an arrow that points up does
# not link.
define layer_library
$(B)/lib$(1).a: $(call layer_obj,$(1))
	$$(call say,AR,$$@)rm -f $$@ && $$(AR) rcs $$@ $$^
endef
$(foreach l,base model input text page out job,$(eval $(call layer_library,$(l))))

# tests/unit/test_LAYER_subject.c sees what its layer may see.
below_base = base
below_model = model base
below_input = input model base
below_text = text base
below_page = page text model base
below_out = out page text base
below_job = job out page text input model base
UNIT = $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
TOOLS = $(patsubst tests/tools/%.c,$(B)/tools/%,$(wildcard tests/tools/*.c))
FUZZ = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
layer_of = $(word 2,$(subst _, ,$(1)))
compile_test = $(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS) -MMD -MP -o $@ $(filter %.c %.a,$^) $(OWN_LIBS)
.SECONDEXPANSION:
$(B)/unit/%: tests/unit/%.c tests/unit/unit.h $$(foreach l,$$(below_$$(call layer_of,$$*)),$(B)/lib$$(l).a)
	@mkdir -p $(@D)
	$(call say,CC,$<)$(compile_test)

$(B)/tools/%: tests/tools/%.c $(LIBRARIES)
	@mkdir -p $(@D)
	$(call say,CC,$<)$(compile_test)

# With no object between, -MMD has one name for two sources: no .d here.
$(B)/fuzz/%: tests/fuzz/%.c $(FUZZ_MAIN) $(LIBRARIES)
	@mkdir -p $(@D)
	$(call say,CC,$<)$(filter-out -MMD -MP,$(compile_test))

unit: $(UNIT)
	@for t in $(UNIT); do ENVOI_DATA=. $$t || exit 1; done

# The suite. Packages first, in a make of their own, so that this make's
# pkg-config already sees what they brought.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
SUB = +@$(MAKE) --no-print-directory $(if $(findstring j,$(firstword -$(MAKEFLAGS))),,-j$(JOBS))
test: ## install what is missing, build, run every test
	@tools/deps.sh build fonts test
	$(SUB) run-tests
check: run-tests
run-tests: $(B)/envoi $(UNIT) $(TOOLS) $(FUZZ)
	@JOBS=$(JOBS) tests/run-all.sh $(B)
asan: ## the same suite under ASan and UBSan, leaks fatal
	@tools/deps.sh build fonts test
	$(SUB) KIND=asan run-tests
bless: ## rewrite the golden files and show what changed
	@tools/deps.sh build fonts test
	$(SUB) run-bless
run-bless: $(B)/envoi $(TOOLS)
	@BLESS=1 JOBS=$(JOBS) tests/run-all.sh $(B) tests/run-text.sh tests/run-cases.sh

coverage: ## which lines the suite runs, per file
	@tools/deps.sh build fonts test
	@find build/coverage -name '*.gcda' -delete 2>/dev/null || true
	$(SUB) KIND=coverage CFLAGS=-g run-tests || true
	@tools/coverage.sh build/coverage

FUZZ_SECONDS ?= 30
fuzz: ## libFuzzer on every reader, FUZZ_SECONDS=30 each
	@tools/deps.sh build fonts fuzz
	$(SUB) KIND=fuzz CC=clang run-fuzz
run-fuzz: $(FUZZ)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tools/fuzz.sh $(B)

# Format and lint.
C_FILES = $(wildcard src/*/*.[ch] tests/unit/*.[ch] tests/tools/*.[ch] tests/fuzz/*.[ch] bench/*.[ch] tools/*.[ch])
format: ## clang-format every C file
	@tools/deps.sh lint
	clang-format -i $(C_FILES)
lint: ## layers, format, clang-tidy, headers, papers
	@tools/deps.sh build lint bench
	$(SUB) run-lint
run-lint:
	@JOBS=$(JOBS) CC='$(CC)' CPPFLAGS="-DENVOI_DATADIR='\"\"' $(subst ",\",$(OWN_CPPFLAGS))" CFLAGS='$(OWN_CFLAGS)' \
	    C_FILES='$(C_FILES)' tools/lint.sh

# From the examples to paper.
DEMO ?= demo-out
demo: ## install what is missing, build, print the examples into demo-out/
	@tools/deps.sh build fonts
	$(SUB) run-demo
run-demo: $(B)/envoi
	@ENVOI_DATA=. tools/demo.sh $(B)/envoi $(DEMO)
pictures: demo ## the README's pictures, from the demo's pages
	@tools/deps.sh test
	@tools/pictures.sh $(DEMO) examples/pictures

RUNS ?= 31
bench: ## time and memory against a Pango program and gLabels
	@tools/deps.sh build fonts bench
	@tools/deps.sh rivals || true
	$(SUB) run-bench
BENCH_PC = pangocairo
BENCH_FLAGS = $(shell $(PKG_CONFIG) --cflags --libs $(BENCH_PC))
$(B)/bench/%-pango: bench/%-pango.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) -D_GNU_SOURCE $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BENCH_FLAGS)
$(B)/bench/run: bench/run.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) -D_GNU_SOURCE $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $<
run-bench: $(B)/envoi $(B)/bench/run $(B)/bench/labels-pango $(B)/bench/letter-pango $(B)/bench/merge-pango
	@ENVOI_DATA=. RUNS=$(RUNS) bench/bench.sh $(B)

# Install. `uninstall` takes away the same list of files and then the folders of
# its own; those of the system stay.
INSTALL ?= install
BINDIR = $(PREFIX)/bin
DOCDIR = $(PREFIX)/share/doc/envoi
DATA_FILES = $(sort $(shell find fonts languages layouts -type f ! -name '.*'))
EXAMPLE_FILES = $(sort $(shell find examples -type f ! -name '.*' ! -path '*/pictures/*'))
PAPERS = LICENSE README.md CHANGELOG.md
INSTALLED = $(BINDIR)/envoi $(DATA_FILES:%=$(DATADIR)/%) $(EXAMPLE_FILES:%=$(DOCDIR)/%) $(PAPERS:%=$(DOCDIR)/%) \
    $(PREFIX)/share/man/man1/envoi.1 \
    $(PREFIX)/share/bash-completion/completions/envoi \
    $(PREFIX)/share/zsh/site-functions/_envoi \
    $(PREFIX)/share/fish/vendor_completions.d/envoi.fish
install: $(B)/envoi ## program, data, man page, completions below DESTDIR PREFIX
	$(INSTALL) -D -m 755 $(B)/envoi "$(DESTDIR)$(BINDIR)/envoi"
	@for f in $(DATA_FILES); do $(INSTALL) -D -m 644 $$f "$(DESTDIR)$(DATADIR)/$$f" || exit 1; done
	@for f in $(EXAMPLE_FILES) $(PAPERS); do $(INSTALL) -D -m 644 $$f "$(DESTDIR)$(DOCDIR)/$$f" || exit 1; done
	$(INSTALL) -D -m 644 src/cli/envoi.1 "$(DESTDIR)$(PREFIX)/share/man/man1/envoi.1"
	$(INSTALL) -D -m 644 src/cli/completions/envoi.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/envoi"
	$(INSTALL) -D -m 644 src/cli/completions/_envoi "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_envoi"
	$(INSTALL) -D -m 644 src/cli/completions/envoi.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/envoi.fish"
uninstall: ## take away what install put there, nothing else
	@for f in $(INSTALLED); do rm -f "$(DESTDIR)$$f"; done
	@for d in "$(DESTDIR)$(DATADIR)" "$(DESTDIR)$(DOCDIR)"; do \
	    [ ! -d "$$d" ] || find "$$d" -depth -type d -empty -delete; done

dist: ## envoi-VERSION.tar.gz of the files in git, the same bytes each time
	@git ls-files -z | tar --null -T - --sort=name --format=ustar --owner=0 --group=0 --numeric-owner \
	    --mtime=@$$(git log -1 --format=%ct) --mode=u=rwX,go=rX --transform='s,^,envoi-$(VERSION)/,' \
	    -cf - | gzip -n9 >envoi-$(VERSION).tar.gz
	@sha256sum envoi-$(VERSION).tar.gz

deps: ## install every package that building, testing or linting needs
	@tools/deps.sh all
clean: ## remove what was built
	rm -rf build demo-out
help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile
	@echo '  KIND=asan|coverage  V=1 (show commands)  DEPS=skip (install nothing)  WERROR=-Werror'

-include $(SRC:src/%.c=$(B)/%.d) $(UNIT:=.d) $(TOOLS:=.d)

FORCE:
.PHONY: FORCE all test check asan bless coverage fuzz format lint demo pictures bench install uninstall dist deps clean \
    help unit run-tests run-bless run-fuzz run-lint run-demo run-bench
