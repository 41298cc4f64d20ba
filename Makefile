# envoi: plain GNU make. `make help` lists the targets.
#
# CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR belong to the user; our own flags
# have names of their own. One folder per variant: build/release, build/asan.

PREFIX ?= /usr/local
KIND ?= release
V ?= 0
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config
# Debian's libharu has no .pc file.
HPDF_LIBS ?= -lhpdf
LIBS_PC = harfbuzz harfbuzz-subset freetype2 fontconfig icu-uc icu-i18n yaml-0.1 libcmark zlib
LAYERS = base model input text page out job cli

B = build/$(KIND)
DATADIR = $(PREFIX)/share/envoi
OWN_CPPFLAGS = -Isrc -D_GNU_SOURCE -DENVOI_DATADIR='"$(DATADIR)"' $(shell $(PKG_CONFIG) --cflags $(LIBS_PC) 2>/dev/null)
OWN_CFLAGS = -std=c11 -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes $(WERROR)
OWN_LIBS = $(shell $(PKG_CONFIG) --libs $(LIBS_PC) 2>/dev/null) -lcsv $(HPDF_LIBS) -lm
ifeq ($(KIND),asan)
OWN_CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OWN_LDFLAGS += -fsanitize=address,undefined
endif

ifeq ($(V),0)
say = @printf '  %-6s %s\n' '$(1)' '$(2)';
Q = @
else
say =
Q =
endif

layer_src = $(wildcard src/$(1)/*.c)
layer_obj = $(patsubst src/%.c,$(B)/%.o,$(call layer_src,$(1)))
SRC = $(foreach l,$(LAYERS),$(call layer_src,$(l)))
LIBRARIES = $(foreach l,job out page text input model base,$(B)/lib$(l).a)

all: $(B)/envoi

$(B)/envoi: $(call layer_obj,cli) $(LIBRARIES)
	$(call say,LD,$@)$(CC) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS) -o $@ $^ $(OWN_LIBS)

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# One archive per layer, linked from the top down: an arrow that points up does
# not link.
define layer_library
$(B)/lib$(1).a: $(call layer_obj,$(1))
	$$(call say,AR,$$@)rm -f $$@ && ar rcs $$@ $$^
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
layer_of = $(word 2,$(subst _, ,$(1)))
.SECONDEXPANSION:
$(B)/unit/%: tests/unit/%.c tests/unit/unit.h $$(foreach l,$$(below_$$(call layer_of,$$*)),$(B)/lib$$(l).a)
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(OWN_CPPFLAGS) $(CPPFLAGS) $(OWN_CFLAGS) $(CFLAGS) $(OWN_LDFLAGS) $(LDFLAGS) -MMD -MP -o $@ $< $(filter %.a,$^) $(OWN_LIBS)

unit: $(UNIT)
	@for t in $(UNIT); do ENVOI_DATA=. $$t || exit 1; done

-include $(SRC:src/%.c=$(B)/%.d) $(UNIT:=.d)

clean:
	rm -rf build demo-out

.PHONY: all unit clean
