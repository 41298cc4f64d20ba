#include "input/xmlstream.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

struct XmlStream {
    xmlTextReader *reader;
    ZipPart *part;
    const char *name, *part_name;
    Diag *diag;
    bool ends; /* the element is empty: its end comes next */
    bool failed;
};

static void fail(XmlStream *x, const char *why) {
    if (!x->failed)
        diag_file(x->diag, DIAG_ERROR, x->name, "%s", why);
    x->failed = true;
}

static int on_read(void *data, char *out, int room) {
    XmlStream *x = data;
    int n = zippart_read(x->part, out, room);
    if (n < 0)
        x->failed = true; /* which has been told */
    return n;
}

static int on_close(void *data) {
    (void)data;
    return 0;
}

static void on_error(void *data, xmlError *e) {
    XmlStream *x = data;
    if (e->level == XML_ERR_FATAL)
        fail(x, "is damaged: what is packed in it is not well-formed XML; open "
                "it in an office program and save it again");
}

XmlStream *xmlstream_open(ZipFile *z, const char *name, const char *part,
                          Diag *diag) {
    ZipPart *from = zipfile_open_part(z, part);
    if (!from)
        return NULL;
    XmlStream *x = malloc(sizeof *x);
    if (!x)
        oom();
    *x = (XmlStream){
        .part = from, .name = name, .part_name = part, .diag = diag};
    x->reader = xmlReaderForIO(on_read, on_close, x, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_COMPACT);
    if (!x->reader)
        oom();
    xmlTextReaderSetStructuredErrorHandler(x->reader,
                                           (xmlStructuredErrorFunc)on_error, x);
    return x;
}

void xmlstream_close(XmlStream *x) {
    if (!x)
        return;
    xmlFreeTextReader(x->reader);
    zippart_close(x->part);
    free(x);
}

bool xmlstream_ok(const XmlStream *x) {
    return !x->failed;
}

XmlStep xmlstream_next(XmlStream *x) {
    if (x->ends) {
        x->ends = false;
        return XML_END;
    }
    for (;;) {
        int got = x->failed ? -1 : xmlTextReaderRead(x->reader);
        if (got < 0)
            fail(x, "is damaged: a part of it ends too early or is no XML; "
                    "copy or save it again");
        if (got != 1 || x->failed)
            return XML_STOP;
        switch (xmlTextReaderNodeType(x->reader)) {
        case XML_READER_TYPE_ELEMENT:
            x->ends = xmlTextReaderIsEmptyElement(x->reader) == 1;
            return XML_START;
        case XML_READER_TYPE_END_ELEMENT:
            return XML_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return XML_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            fail(x, "declares entities or rules of its own, with which a small "
                    "file can stand for gigabytes; such a file is not read");
            return XML_STOP;
        }
    }
}

const char *xmlstream_name(const XmlStream *x) {
    const xmlChar *name = xmlTextReaderConstLocalName(x->reader);
    return name ? (const char *)name : "";
}

bool xmlstream_is(const XmlStream *x, const char *name) {
    return strcmp(xmlstream_name(x), name) == 0;
}

int xmlstream_depth(const XmlStream *x) {
    return xmlTextReaderDepth(x->reader);
}

const char *xmlstream_attr(XmlStream *x, const char *name) {
    const char *found = NULL;
    int more = xmlTextReaderMoveToFirstAttribute(x->reader);
    for (; more == 1 && !found;
         more = found ? 0 : xmlTextReaderMoveToNextAttribute(x->reader)) {
        const xmlChar *local = strchr(name, ':')
                                   ? xmlTextReaderConstName(x->reader)
                                   : xmlTextReaderConstLocalName(x->reader);
        if (xmlTextReaderIsNamespaceDecl(x->reader) != 1 && local &&
            strcmp((const char *)local, name) == 0)
            found = (const char *)xmlTextReaderConstValue(x->reader);
    }
    xmlTextReaderMoveToElement(x->reader);
    return found;
}

const char *xmlstream_text(const XmlStream *x) {
    const xmlChar *s = xmlTextReaderConstValue(x->reader);
    return s ? (const char *)s : "";
}
