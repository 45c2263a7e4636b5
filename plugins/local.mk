# SPDX-License-Identifier: Apache-2.0
# A folder here that is not included here is not built: tools/check-tree compares.
include plugins/describe/local.mk
include plugins/cross/local.mk
include plugins/legal/local.mk
include plugins/messages/local.mk
include plugins/organisational/local.mk
include plugins/semantic/local.mk
include plugins/technical/local.mk

# A .la file can redirect to any other file, so none is installed, and uninstalling goes by the modules' names.
install-data-hook:
	for f in $(plugin_LTLIBRARIES); do rm -f "$(DESTDIR)$(plugindir)/$${f##*/}"; done
install-exec-hook:
	for f in $(module_files); do rm -f "$(DESTDIR)$(pkglibdir)/$$f"; done
uninstall-hook:
	for f in $(plugin_LTLIBRARIES:.la=.so); do rm -f "$(DESTDIR)$(plugindir)/$${f##*/}"; done
	rm -f "$(DESTDIR)$(pkglibdir)/samsvar-net-$(VERSION).so"
	for f in '$(pkgdatadir)' '$(pkglibdir)' '$(pkglibexecdir)' '$(pkgincludedir)'; do \
	  [ ! -d "$(DESTDIR)$$f" ] || find "$(DESTDIR)$$f" -depth -type d -empty -delete; done
module_files = samsvar-net.la samsvar-net.so
# Folders of ours that stay are a failure of distcheck as files are; plugins of others keep theirs.
distuninstallcheck_listfiles = find . -type f -print -o -regex '\(.*/_inst\|\.\)/\(share\|lib\|libexec\|include\)/samsvar' -print
