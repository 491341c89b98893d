# Pages in QtWebEngine. Reads addresses from standard input, one a line, and answers each with a line: what the page
# leaves in its global `result`.

import ctypes
import os
import sys
import threading
import types


def old_sip():
    """PyQt5 before 5.11 looks for its binding at the top, in the module `sip`, and for its functions in a capsule there."""
    from PyQt5 import sip as now
    old = types.ModuleType("sip")
    old.__dict__.update({name: value for name, value in vars(now).items() if not name.startswith("__")})
    unwrap, wrap = ctypes.pythonapi.PyCapsule_GetPointer, ctypes.pythonapi.PyCapsule_New
    unwrap.restype, unwrap.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    wrap.restype, wrap.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    old_sip.name = ctypes.create_string_buffer(b"sip._C_API")  # must live as long as the capsule
    old._C_API = wrap(unwrap(now._C_API, b"PyQt5.sip._C_API"), ctypes.cast(old_sip.name, ctypes.c_char_p), None)
    sys.modules["sip"] = old


try:
    from PyQt6.QtCore import QObject, QTimer, QUrl, pyqtSignal
    from PyQt6.QtWebEngineCore import QWebEnginePage
    from PyQt6.QtWebEngineWidgets import QWebEngineView
    from PyQt6.QtWidgets import QApplication
except ImportError:
    old_sip()
    from PyQt5.QtCore import QObject, QTimer, QUrl, pyqtSignal
    from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineView
    from PyQt5.QtWidgets import QApplication


class Page(QWebEnginePage):
    def javaScriptConsoleMessage(self, *told):
        pass  # the page keeps its errors


class Visits(QObject):
    wanted = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.view = QWebEngineView()
        self.page = Page(self.view)
        self.view.setPage(self.page)
        self.view.resize(1280, 720)
        self.view.show()
        self.open = False
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.wanted.connect(self.visit)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in sys.stdin:
            self.wanted.emit(line.strip())
        os._exit(0)

    def visit(self, address):
        self.address = address
        self.page.load(QUrl(address))
        self.timer.start(20)

    def look(self):
        self.page.runJavaScript("location.href + ' ' + (window.result || '')", self.seen)

    def seen(self, text):
        address, _, result = (text or "").partition(" ")
        if self.timer.isActive() and address == self.address and result:
            self.timer.stop()
            print(result.replace("\n", " "), flush=True)


app = QApplication(sys.argv)
visits = Visits()
(app.exec if hasattr(app, "exec") else app.exec_)()
os._exit(0)
