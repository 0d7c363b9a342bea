"""What a change of the library does to a folder of documents.

A module imports only from the lines above its own; `|` joins modules that do not know each other.

    reading                      one version over the documents, in a process of its own; imports no other module
    wording                      values, places and long texts in words
    versions | pairing           the checkouts and what they say; mentions and their partners
    outcomes                     what differs in a document, and in all
    folders                      both versions over the documents of folders
    terminal | markdown | page   three renderings
"""
