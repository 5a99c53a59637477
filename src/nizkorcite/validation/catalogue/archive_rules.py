"""Rules about archive files of many pages (NZ66x): records that cannot be read."""

from nizkorcite.validation.catalogue.rule import Rule

ARCHIVE_RULES = (
    Rule(
        "NZ661",
        "a damaged record in an archive file",
        """The bytes of a WARC, ARC or WACZ file do not give the record that they should: compressed
        data that cannot be unpacked or has another checksum, a length that is false, bytes that are
        no record. Everything up to the next sound record is left out, and the other records are
        read. Copy the file anew from where it came from.""",
        es_title="un registro dañado en un archivo web",
        es_explanation="""Los bytes de un archivo WARC, ARC o WACZ no dan el registro que deberían:
        datos comprimidos que no se pueden descomprimir o que tienen otra suma de control, una
        longitud falsa, bytes que no son ningún registro. Se omite todo hasta el siguiente registro
        íntegro, y los demás se leen. Vuelva a copiar el archivo desde su origen.""",
        wrong="Content-Length: 50, before a block of 5,000 bytes",
        right="Content-Length: 5000, before a block of 5,000 bytes",
        es_wrong="Content-Length: 50, ante un bloque de 5000 bytes",
        es_right="Content-Length: 5000, ante un bloque de 5000 bytes",
    ),
    Rule(
        "NZ662",
        "an archive file that is cut off",
        """The file ends before its last record does, as when a copy or a crawl was ended. What
        follows, if there was more, is not in the file. Copy the file anew.""",
        es_title="un archivo web cortado",
        es_explanation="""El archivo termina antes que su último registro, como cuando se
        interrumpe una copia o un rastreo. Lo que viniera después no está en el archivo. Vuelva a
        copiarlo.""",
        wrong="a file of 1,000 bytes, whose last record begins at byte 900 and has 500 bytes",
        right="the whole file, of 1,400 bytes",
        es_wrong="un archivo de 1000 bytes cuyo último registro empieza en el byte 900 y tiene 500",
        es_right="el archivo entero, de 1400 bytes",
    ),
    Rule(
        "NZ663",
        "a digest that does not fit",
        """The record states a digest of its bytes (WARC-Block-Digest, WARC-Payload-Digest), and
        they have another one: they were changed after they were written. The record is left out.
        Only where the digest of the whole record fits and that of the page does not is it kept,
        with a warning, since programs differ in what they call the page.""",
        es_title="una huella que no corresponde",
        es_explanation="""El registro indica una huella de sus bytes (WARC-Block-Digest,
        WARC-Payload-Digest), y estos tienen otra: se cambiaron después de escribirse. El registro
        se omite. Solo si la huella del registro entero corresponde y la de la página no, se
        conserva con un aviso, porque los programas difieren en lo que llaman página.""",
        wrong="WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, before other bytes",
        right="WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, before an empty block",
        es_wrong="WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, ante otros bytes",
        es_right="WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ, ante un bloque vacío",
    ),
    Rule(
        "NZ664",
        "a record that is too large",
        """The record is larger than the 64 MiB that a page may have, or unpacks to far more than
        its size (a decompression bomb). It is left out, so that no file can fill the memory.""",
        es_title="un registro demasiado grande",
        es_explanation="""El registro supera los 64 MiB que puede tener una página, o al
        descomprimirse crece muy por encima de su tamaño (una bomba de descompresión). Se omite,
        para que ningún archivo pueda llenar la memoria.""",
        wrong="a compressed record of 100 KB that unpacks to 10 GB",
        right="a compressed record of 5 KB that unpacks to 20 KB",
        es_wrong="un registro comprimido de 100 KB que al descomprimirse ocupa 10 GB",
        es_right="un registro comprimido de 5 KB que al descomprimirse ocupa 20 KB",
    ),
    Rule(
        "NZ665",
        "a capture whose page cannot be read",
        """The record is sound, but the page in it cannot be read: its compression is broken or of a
        rare kind, or its bytes are no page although they are called one. The message has the
        reason. The record is left out.""",
        es_title="una captura cuya página no se puede leer",
        es_explanation="""El registro está íntegro, pero la página que contiene no se puede leer: su
        compresión está dañada o es poco común, o sus bytes no son una página aunque se anuncien
        como tal. El mensaje da la razón. El registro se omite.""",
        wrong="Content-Type: text/html, before the bytes of a picture",
        right="Content-Type: text/html, before a page",
        es_wrong="Content-Type: text/html, ante los bytes de una imagen",
        es_right="Content-Type: text/html, ante una página",
    ),
    Rule(
        "NZ666",
        "a revisit without its page",
        """The record only says that a page was the same as at an earlier capture, and none of the
        files has that capture. Give the file that has it together with this one.""",
        es_title="una revisita sin su página",
        es_explanation="""El registro solo dice que la página era igual que en una captura anterior,
        y ninguno de los archivos contiene esa captura. Indique junto con este el archivo que la
        contiene.""",
        wrong="nizkorcite read -o records.jsonl 2019.warc.gz",
        right="nizkorcite read -o records.jsonl 2018.warc.gz 2019.warc.gz",
        es_wrong="nizkorcite read -o registros.jsonl 2019.warc.gz",
        es_right="nizkorcite read -o registros.jsonl 2018.warc.gz 2019.warc.gz",
    ),
)
