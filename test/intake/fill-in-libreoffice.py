"""Types into a workbook as a person would, in LibreOffice Calc, and saves it as .xlsx.

Made fixtures/sources/intake/*.xlsx from empty workbooks of `unsilo intake`; needs libreoffice-calc and python3-uno:
  /usr/bin/python3 test/intake/fill-in-libreoffice.py EMPTY.xlsx FILLED.xlsx test/intake/typed-en.txt
"""

import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

PORT = 2002


def named(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:socket,host=localhost,port={PORT};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def entries(path):
    """Lines such as `Systems!A5: crm`; what follows the first `: ` is typed."""
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            place, text = line.rstrip("\n").split(": ", 1)
            sheet, cell = place.rsplit("!", 1)
            yield sheet, cell, text


def type_into(context, source, target, typed):
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("file://" + os.path.abspath(source), "_blank", 0, ())
    controller = document.getCurrentController()
    dispatcher = create("com.sun.star.frame.DispatchHelper", context)

    def do(command, name, value):
        dispatcher.executeDispatch(controller.getFrame(), command, "", 0, (named(name, value),))

    for sheet, cell, text in typed:
        controller.setActiveSheet(document.Sheets.getByName(sheet))
        do(".uno:GoToCell", "ToPoint", cell)
        do(".uno:EnterString", "StringName", text)
    document.storeToURL("file://" + os.path.abspath(target), (named("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass


with tempfile.TemporaryDirectory() as profile:
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=socket,host=localhost,port={PORT};urp;",
        ]
    )
    try:
        type_into(connect(), sys.argv[1], sys.argv[2], list(entries(sys.argv[3])))
    finally:
        office.wait(30)
